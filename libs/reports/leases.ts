import { Injectable } from '@nestjs/common';
import { type Bilingual, Clock, newId } from '@convener/kernel';
import { Database, plainChange, plainRows, readAll } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { MadeDocument } from './made-document.entity';
import type { ShownColumns } from './shown-columns';

/** So long (ms) a process may be silent before another one begins anew. */
export const LEASE_MS = 30_000;
/** How far what is kept and not handed in yet is. */
export const NEARLY = 0.99;
/** What kills whoever makes it a third time is given up. */
const MOST_ATTEMPTS = 3;

/** Nobody wants it any more, or somebody else makes it. */
export class Unwanted extends Error {}

/** What was made, as the row keeps it. */
export type Finished = Pick<MadeDocument, 'name' | 'mediaType' | 'bytes' | 'sha256' | 'storeKey'>;

/** Who is making which document. Every change asks whether the lease still holds, so that of two makers one file stays. */
@Injectable()
export class Leases {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The row, leased under a new token; null where it is made, cancelled, or another process is at it. */
  async take(id: string): Promise<MadeDocument | null> {
    const token = newId();
    return this.database.write(async (em) => {
      const now = this.clock.now();
      await plainChange(em, GIVE_UP, [JSON.stringify(GIVEN_UP), now, id, now, MOST_ATTEMPTS]);
      const taken = await plainChange(em, TAKE, [token, now + LEASE_MS, id, now]);
      return taken === 0 ? null : ((await readAll(em, MadeDocument, 'WHERE t.id = ?', [id]))[0] ?? null);
    });
  }

  /** Prolongs it; false where somebody has cancelled it, or it has run out. */
  hold({ id, leaseToken }: MadeDocument, progress: number): Promise<boolean> {
    const sql = 'UPDATE made_documents SET lease_until = ?, progress = ? WHERE id = ? AND lease_token = ?';
    return this.changed(sql, [this.clock.now() + LEASE_MS, Math.round(progress * 100), id, leaseToken]);
  }

  /** Gives it back for another try, which doesn't count as one that failed. */
  release({ id, leaseToken }: MadeDocument): Promise<boolean> {
    const sql = `UPDATE made_documents SET state = 'waiting', lease_token = NULL, lease_until = NULL, attempts = attempts - 1
      WHERE id = ? AND lease_token = ?`;
    return this.changed(sql, [id, leaseToken]);
  }

  fail({ id, leaseToken }: MadeDocument, fault: Bilingual): Promise<boolean> {
    const sql = `UPDATE made_documents SET state = 'failed', fault = ?, lease_token = NULL, lease_until = NULL, ended_at = ?
      WHERE id = ? AND lease_token = ?`;
    return this.changed(sql, [JSON.stringify(fault), this.clock.now(), id, leaseToken]);
  }

  /** Keeps the file that was made; false where the lease doesn't hold any more, and the file is nobody's. */
  keep({ id, leaseToken }: MadeDocument, file: Finished, { personal, places }: ShownColumns): Promise<boolean> {
    const { name, mediaType, bytes, sha256, storeKey } = file;
    // Meanwhile a column that it shows may have become personal.
    const sql = `UPDATE made_documents SET name = ?, media_type = ?, bytes = ?, sha256 = ?, store_key = ?,
      for_leads = (for_leads OR ?), shown_columns = ?, progress = 99 WHERE id = ? AND lease_token = ?`;
    const shown = JSON.stringify(places);
    return this.changed(sql, [name, mediaType, bytes, sha256, storeKey, personal, shown, id, leaseToken]);
  }

  /**
   * In the transaction that adds its evidence, so that no other maker adds it again; answers whether it is for leads.
   * Throws Unwanted.
   */
  async added(em: EntityManager, { id, leaseToken }: MadeDocument, evidenceId: string): Promise<boolean> {
    const sql = 'UPDATE made_documents SET evidence_id = ?, lease_until = ? WHERE id = ? AND lease_token = ?';
    const changed = await plainChange(em, sql, [evidenceId, this.clock.now() + LEASE_MS, id, leaseToken]);
    if (changed === 0) throw new Unwanted();
    const [row] = await readAll(em, MadeDocument, 'WHERE t.id = ?', [id]);
    return row!.forLeads;
  }

  finish({ id, leaseToken }: MadeDocument, evidenceId: string | null, fault: Bilingual | null): Promise<boolean> {
    const sql = `UPDATE made_documents SET state = 'ready', progress = 100, evidence_id = ?, fault = ?, lease_token = NULL,
      lease_until = NULL, ended_at = ? WHERE id = ? AND lease_token = ?`;
    return this.changed(sql, [evidenceId, fault && JSON.stringify(fault), this.clock.now(), id, leaseToken]);
  }

  /** Documents that wait, or whose maker has fallen silent, the oldest first. */
  async open(): Promise<string[]> {
    const rows = await this.database.read((em) => plainRows<{ id: string }>(em, OPEN, [this.clock.now()]));
    return rows.map(({ id }) => id);
  }

  private async changed(sql: string, parameters: readonly unknown[]): Promise<boolean> {
    return (await this.database.write((em) => plainChange(em, sql, parameters))) > 0;
  }
}

const FREE = `(state = 'waiting' OR (state = 'making' AND lease_until < ?))`;
const TAKE = `UPDATE made_documents SET state = 'making', lease_token = ?, lease_until = ?, attempts = attempts + 1
  WHERE id = ? AND ${FREE}`;
const GIVE_UP = `UPDATE made_documents SET state = 'failed', fault = ?, lease_token = NULL, lease_until = NULL, ended_at = ?
  WHERE id = ? AND ${FREE} AND attempts >= ?`;
const OPEN = `SELECT id FROM made_documents WHERE ${FREE} ORDER BY asked_at LIMIT 50`;
const GIVEN_UP: Bilingual = {
  zh: '產製三次都沒有完成，已停止。請縮小範圍再試，或通知管理者。',
  en: 'It could not be finished in three tries. Ask for less of it, or tell whoever runs the server.',
};
