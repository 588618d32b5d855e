import { addDays, type Day, weekday, yearOf } from '@convener/kernel';

/** How far a year's days off can be relied on. Beyond the last known year only weekends and fixed dates are known. */
export type CalendarStatus = 'official' | 'provisional' | 'weekends-only';

export interface CalendarYear {
  year: number;
  status: 'official' | 'provisional';
  /** Days off beside Saturdays and Sundays. */
  daysOff: readonly { date: Day; name: string }[];
}

/** A holiday that falls on the same date every year; `monthDay` is `MM-DD`. */
export interface FixedHoliday {
  monthDay: string;
  name: string;
}

/** A day that a project works on though others rest, or rests on though others work. Events run on holidays. */
export interface OwnDay {
  day: Day;
  kind: 'working' | 'off';
  name: string;
}

/** Whether work can be planned on this day: 2000 to 2199, the years that calendars may have. Counting stays inside what a day can be. */
export function isPlannable(day: Day): boolean {
  return yearOf(day) >= 2000 && yearOf(day) < 2200;
}

/** The government office calendar: weekends, and days off that are data with a year. */
export class WorkingCalendar {
  private readonly named = new Map<Day, string>();
  private readonly status = new Map<number, CalendarStatus>();
  private readonly fixed: Map<string, string>;
  private readonly own: ReadonlyMap<Day, OwnDay>;

  /** `ownDays` are the exceptions of one project; they outdo weekends and the office calendar. */
  constructor(
    private readonly years: readonly CalendarYear[],
    private readonly fixedHolidays: readonly FixedHoliday[],
    ownDays: readonly OwnDay[] = [],
  ) {
    for (const { year, status, daysOff } of this.years) {
      this.status.set(year, status);
      for (const { date, name } of daysOff) this.named.set(date, name);
    }
    this.fixed = new Map(this.fixedHolidays.map(({ monthDay, name }) => [monthDay, name]));
    this.own = new Map(ownDays.map((own) => [own.day, own]));
  }

  /** The same calendar with the exceptions of one project. */
  withOwnDays(ownDays: readonly OwnDay[]): WorkingCalendar {
    return ownDays.length === 0 ? this : new WorkingCalendar(this.years, this.fixedHolidays, ownDays);
  }

  /** What the days of this year rest on; said aloud wherever a date depends on it. */
  basis(year: number): CalendarStatus {
    return this.status.get(year) ?? 'weekends-only';
  }

  isWorkingDay(day: Day): boolean {
    const own = this.own.get(day);
    if (own) return own.kind === 'working';
    const onWeekend = weekday(day) === 0 || weekday(day) === 6;
    return (
      !onWeekend &&
      !this.named.has(day) &&
      !(this.basis(yearOf(day)) === 'weekends-only' && this.fixed.has(day.slice(5)))
    );
  }

  /** The name of the day off; null where it has none, as weekends have not. */
  holidayOn(day: Day): string | null {
    const own = this.own.get(day);
    if (own) return own.kind === 'off' ? own.name : null;
    const fixed = this.basis(yearOf(day)) === 'weekends-only' ? this.fixed.get(day.slice(5)) : undefined;
    return this.named.get(day) ?? fixed ?? null;
  }

  /** Every day off with a name between two days, both included. */
  holidaysBetween(from: Day, until: Day): { date: Day; name: string }[] {
    const found: { date: Day; name: string }[] = [];
    for (let day = from; day <= until; day = addDays(day, 1)) {
      const name = this.holidayOn(day);
      if (name !== null) found.push({ date: day, name });
    }
    return found;
  }

  /** The working day `count` working days after `day` (before it, when negative). 0 is the day itself. */
  addWorkingDays(day: Day, count: number): Day {
    const step = Math.sign(count);
    let found = day;
    for (let left = Math.abs(count); left > 0;) {
      found = addDays(found, step);
      if (this.isWorkingDay(found)) left -= 1;
    }
    return found;
  }

  /** `day` itself when it is a working day, else the nearest one before it. */
  onOrBefore(day: Day): Day {
    return this.isWorkingDay(day) ? day : this.addWorkingDays(day, -1);
  }

  /** `day` itself when it is a working day, else the nearest one after it. */
  onOrAfter(day: Day): Day {
    return this.isWorkingDay(day) ? day : this.addWorkingDays(day, 1);
  }
}
