import { Poller } from '@convener/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Claims } from './claims';
import { Doorbell } from './doorbell';
import { Heartbeat } from './heartbeat';
import { SWEEP_EVERY_MS } from './pace';
import { Turns } from './turns';

/** Looks at the rows every second and rings for what they want. Rebuilds whatever a queue has lost. */
@Injectable()
export class SweepService implements OnModuleInit {
  constructor(
    private readonly claims: Claims,
    private readonly doorbell: Doorbell,
    private readonly poller: Poller,
    private readonly turns: Turns,
    private readonly heartbeat: Heartbeat,
  ) {}

  onModuleInit(): void {
    this.poller.every('reminders', SWEEP_EVERY_MS, async () => {
      await this.sweep();
    });
  }

  /**
   * Claims everything that is due, then queues again what nobody finished and what was held back until now. Answers how
   * many messages it rang for.
   */
  async sweep(): Promise<number> {
    const claimed = await this.ringForAll(() => this.claims.claimDue());
    const found = claimed + (await this.ringForAll(() => this.claims.unfinished()));
    await this.heartbeat.beat();
    return found;
  }

  private async ringForAll(find: () => Promise<string[] | null>): Promise<number> {
    let rung = 0;
    for (;;) {
      const messageIds = await find();
      if (messageIds === null) return rung;
      await this.doorbell.ring(messageIds);
      rung += messageIds.length;
      await this.turns.next();
    }
  }
}
