import { Poller } from '@convener/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Claims } from './claims';
import { Doorbell } from './doorbell';
import { SWEEP_EVERY_MS } from './pace';

/** Looks at the rows every few seconds and rings for what they want. Rebuilds whatever a queue has lost. */
@Injectable()
export class SweepService implements OnModuleInit {
  constructor(
    private readonly claims: Claims,
    private readonly doorbell: Doorbell,
    private readonly poller: Poller,
  ) {}

  onModuleInit(): void {
    this.poller.every('reminders', SWEEP_EVERY_MS, async () => {
      await this.sweep();
    });
  }

  /** Claims everything that is due, then queues again what nobody finished. Answers how many messages it rang for. */
  async sweep(): Promise<number> {
    let rung = 0;
    for (;;) {
      const claimed = await this.claims.claimDue();
      if (claimed.length === 0) break;
      await this.doorbell.ring(claimed);
      rung += claimed.length;
    }
    const unfinished = await this.claims.unfinished();
    await this.doorbell.ring(unfinished);
    return rung + unfinished.length;
  }
}
