import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '@convener/kernel';

interface Poll {
  name: string;
  everyMs: number;
  work: () => Promise<void>;
  /** The instant from which it is due. */
  dueAt: number;
  running: Promise<void> | null;
}

/** How often (ms) the clock is looked at. Long timers lie after a suspend, and overflow after 24.8 days. */
const LOOK_MS = 500;

/**
 * Runs named functions every so often by the wall clock, none of them overlapping itself. Runs only where JobsModule
 * runs jobs; elsewhere what is registered rests.
 */
@Injectable()
export class Poller implements OnModuleDestroy {
  private readonly logger = new Logger(Poller.name);
  private readonly polls: Poll[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly clock: Clock) {}

  /** `work` runs at the start and then every `everyMs`; its failure is logged and doesn't stop the next run. */
  every(name: string, everyMs: number, work: () => Promise<void>): void {
    this.polls.push({ name, everyMs, work, dueAt: this.clock.now(), running: null });
  }

  start(): void {
    this.timer ??= setInterval(() => this.look(), LOOK_MS);
    this.look();
  }

  /** Begins nothing any more and waits for what is running. */
  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await Promise.all(this.polls.map(({ running }) => running));
  }

  private look(): void {
    const now = this.clock.now();
    for (const poll of this.polls) {
      // A clock that was set back must not silence the poll until it catches up.
      poll.dueAt = Math.min(poll.dueAt, now + poll.everyMs);
      if (poll.running || now < poll.dueAt) continue;
      poll.dueAt = now + poll.everyMs;
      poll.running = this.run(poll);
    }
  }

  private async run(poll: Poll): Promise<void> {
    try {
      await poll.work();
    } catch (error) {
      this.logger.error(`${poll.name} failed: ${String(error)}`, error instanceof Error ? error.stack : undefined);
    } finally {
      poll.running = null;
    }
  }
}
