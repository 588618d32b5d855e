import { Clock } from '@convener/kernel';
import { Database, plainChange, plainRows } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

const NAME = 'reminders';
/** A write at every sweep would keep the disk of an idle laptop awake. */
const NOTE_EVERY_MS = 60_000;

/** Notes that somebody looks at the plan, for whoever wonders why no reminder comes; also from another process. */
@Injectable()
export class Heartbeat {
  private notedAt = -Infinity;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async beat(): Promise<void> {
    const now = this.clock.now();
    if (Math.abs(now - this.notedAt) < NOTE_EVERY_MS) return;
    await this.database.write((em) => plainChange(em, NOTE, [NAME, now]));
    this.notedAt = now;
  }

  /** Epoch ms of the last sweep, to the minute; null before the first. */
  async last(em: EntityManager): Promise<number | null> {
    const [row] = await plainRows<{ at: number | string }>(em, 'SELECT at FROM sweeps WHERE name = ?', [NAME]);
    return row ? Number(row.at) : null;
  }
}

const NOTE = 'INSERT INTO sweeps (name, at) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET at = excluded.at';
