import { Clock } from '@convener/kernel';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database';
import { Poller } from '../queue/poller';
import { forgetKeys, someRanOut } from './key-rows';

const HOUR_MS = 60 * 60_000;
/** Rows a transaction: on SQLite everybody else's writes wait for it. */
const BATCH = 1_000;

/** Deletes the keys that have run out, so that the table holds a month and no more. */
@Injectable()
export class ForgetKeys implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly poller: Poller,
  ) {}

  onModuleInit(): void {
    this.poller.every('idempotency keys', HOUR_MS, () => this.sweep());
  }

  async sweep(batch = BATCH): Promise<void> {
    const now = this.clock.now();
    // Looked at first by a reader: nearly always there is nothing to do, and then no writer needs to wait.
    let more = await this.database.read((em) => someRanOut(em, now));
    while (more) more = await this.database.write((em) => forgetKeys(em, now, batch));
  }
}
