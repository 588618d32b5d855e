import { Database, Poller } from '@convener/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SessionsService } from './sessions.service';
import { SignInLimits } from './sign-in-limits';

const CLEAR_EVERY_MS = 10 * 60_000;

/** Removes sessions, counts of attempts and networks whose time is over. Runs where jobs run. */
@Injectable()
export class SessionSweep implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly poller: Poller,
    private readonly sessions: SessionsService,
    private readonly limits: SignInLimits,
  ) {}

  onModuleInit(): void {
    this.poller.every('sign-in-leftovers', CLEAR_EVERY_MS, () => this.clear());
  }

  async clear(): Promise<void> {
    await this.database.write(async (em) => {
      await this.sessions.clear(em);
      await this.limits.clear(em);
    });
  }
}
