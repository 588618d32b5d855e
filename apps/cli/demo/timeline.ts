import { Message, SweepService } from '@convener/delivery';
import { addDays, type Day, dayAt, instantAt } from '@convener/kernel';
import { Database } from '@convener/platform';
import { In, IsNull, Not } from 'typeorm';
import { ZONE } from './conference';
import type { Office } from './office';
import type { StoryClock } from './story-clock';

interface Event {
  at: number;
  happens: () => Promise<unknown>;
}

/** Reminders are due at 09:00; the sweep comes by a little later. */
const SWEEP_AT = '09:00:20';

/** What happens when, in the order of time. What would come after the present never happens. */
export class Timeline {
  private readonly events: Event[] = [];

  constructor(
    private readonly office: Office,
    private readonly clock: StoryClock,
    private readonly present: number,
  ) {}

  /** `time` is a wall time of the story's zone. An event may add later ones. */
  at(day: Day, time: string, happens: () => Promise<unknown>): void {
    this.events.push({ at: instantAt(day, time, ZONE), happens });
  }

  /** Lives through every day up to the present: reminders in the morning, then the day's events. */
  async run(): Promise<void> {
    const last = dayAt(this.present, ZONE);
    for (let day = dayAt(this.clock.now(), ZONE); day <= last; day = addDays(day, 1)) {
      await this.happenUntil(instantAt(day, SWEEP_AT, ZONE));
      await this.remind();
      await this.happenUntil(instantAt(addDays(day, 1), '00:00', ZONE) - 1);
    }
  }

  private async happenUntil(until: number): Promise<void> {
    const end = Math.min(until, this.present);
    for (let next = this.next(end); next; next = this.next(end)) {
      this.events.splice(this.events.indexOf(next), 1);
      this.clock.moveTo(next.at);
      await next.happens();
    }
    this.clock.moveTo(end);
  }

  private next(end: number): Event | undefined {
    return this.events.filter(({ at }) => at <= end).reduce<Event | undefined>(earlier, undefined);
  }

  /** Sends what is due, and waits for it. */
  private async remind(): Promise<void> {
    const { app, cast } = this.office;
    await app.get(SweepService).sweep();
    const personId = In(Object.values(cast).map((person) => person.personId));
    const unfinished = { personId, leaseUntil: Not(IsNull()) };
    const isOpen = () => app.get(Database).read((em) => em.existsBy(Message, unfinished));
    await this.clock.waitWhile(isOpen, `the reminders of ${dayAt(this.clock.now(), ZONE)}`);
  }
}

function earlier(found: Event | undefined, event: Event): Event {
  return found === undefined || event.at < found.at ? event : found;
}
