import { createHash } from 'node:crypto';
import { CallerError, Clock } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** How many attempts within how long (ms), counted from the first. */
export interface Limit {
  most: number;
  windowMs: number;
}

/** One statement, so that attempts at the same moment are all counted, on any number of processes. */
const COUNT = `INSERT INTO attempts (key_hash, used, ends_at) VALUES (?, 1, ?)
  ON CONFLICT (key_hash) DO UPDATE SET
    used = CASE WHEN attempts.ends_at <= ? THEN 1 ELSE attempts.used + 1 END,
    ends_at = CASE WHEN attempts.ends_at <= ? THEN excluded.ends_at ELSE attempts.ends_at END
  RETURNING used, ends_at AS "endsAt"`;

/**
 * Counts attempts by key and refuses those over a limit. The counts are rows, so they hold across processes and
 * restarts; keys are kept as hashes. Who counts several keys in one transaction counts the narrower one first: on
 * PostgreSQL two that go the other way round would wait for each other.
 */
@Injectable()
export class Attempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts one attempt before it is tried, so that parallel ones count too. Throws 429 with the seconds to wait. */
  async admit(key: string, limit: Limit): Promise<void> {
    refuse(await this.database.write((em) => this.count(em, key, limit)));
  }

  /** The same in the caller's transaction: answers the milliseconds to wait, 0 where the attempt is within the limit. */
  async count(em: EntityManager, key: string, { most, windowMs }: Limit): Promise<number> {
    const now = this.clock.now();
    const [row] = await plainRows<{ used: number; endsAt: number | string }>(em, COUNT, [
      hashKey(key),
      now + windowMs,
      now,
      now,
    ]);
    return row && row.used > most ? Number(row.endsAt) - now : 0;
  }

  /** After a success: earlier failures no longer count. */
  async forgive(em: EntityManager, key: string): Promise<void> {
    await plainRows(em, 'DELETE FROM attempts WHERE key_hash = ?', [hashKey(key)]);
  }

  /** After a success: this one attempt was none, those of others still count. */
  async giveBack(em: EntityManager, key: string): Promise<void> {
    await plainRows(em, 'UPDATE attempts SET used = used - 1 WHERE key_hash = ? AND used > 0', [hashKey(key)]);
  }

  /** Removes counts whose time is over. */
  async clear(em: EntityManager): Promise<void> {
    await plainRows(em, 'DELETE FROM attempts WHERE ends_at <= ?', [this.clock.now()]);
  }
}

/** Whoever reads the table learns no address by looking; trying out all of them stays possible, so rows are short-lived. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Throws 429 where there is something to wait for. Not inside a transaction: the count must be kept. */
export function refuse(waitMs: number): void {
  if (waitMs <= 0) return;
  const retryAfter = Math.ceil(waitMs / 1000);
  const minutes = Math.ceil(retryAfter / 60);
  const text = {
    zh: `嘗試太多次了，請在 ${minutes} 分鐘後再試。`,
    en: `Too many attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
  };
  throw new CallerError(429, 'too-many-attempts', text, [], { retryAfter });
}
