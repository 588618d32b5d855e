import { Clock } from '@convener/kernel';
import { Database, Poller } from '@convener/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { AccountDoorbell } from './account-doorbell';
import { AccountMailsService } from './account-mails.service';
import { PasswordReset } from './password-reset.entity';

const RING_EVERY_MS = 2_000;
const CLEAR_EVERY_MS = 10 * 60_000;

/** Rings for account mails that nobody has sent, and removes reset links that are over. Runs where jobs run. */
@Injectable()
export class AccountSweep implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly poller: Poller,
    private readonly mails: AccountMailsService,
    private readonly doorbell: AccountDoorbell,
  ) {}

  onModuleInit(): void {
    this.poller.every('account-mails', RING_EVERY_MS, () => this.ring());
    this.poller.every('reset-links', CLEAR_EVERY_MS, () => this.clear());
  }

  async ring(): Promise<void> {
    await this.doorbell.ring(await this.mails.due());
  }

  async clear(): Promise<void> {
    const over = LessThanOrEqual(this.clock.now());
    await this.database.write((em) => em.delete(PasswordReset, { expiresAt: over }));
  }
}
