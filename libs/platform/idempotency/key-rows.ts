import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { isPostgres, plainChange, plainRows } from '../database/plain-sql';

/** How long a key stands for its request, in ms: 30 days. */
export const KEPT_MS = 30 * 24 * 60 * 60_000;

/** What makes two arrivals the same request. */
export interface KeyedRequest {
  /** Whose key it is: the same key of somebody else is another one. */
  personId: string;
  key: string;
  /** A digest of what is asked. Computed when first needed: not before somebody has checked what came from outside. */
  fingerprint: () => string;
  /** When it arrived, epoch ms. */
  at: number;
}

const COLUMNS = 'INSERT INTO idempotency_keys (person_id, key, fingerprint, created_at)';

/** A key that has run out is free again, whether or not its row has been swept. */
const UNLESS_KEPT = (cutoff: string) => `ON CONFLICT (person_id, key) DO UPDATE
  SET fingerprint = excluded.fingerprint, created_at = excluded.created_at, result = NULL
  WHERE idempotency_keys.created_at <= ${cutoff} RETURNING created_at`;

/**
 * One statement each. On PostgreSQL the lock lasts as long as the transaction: another process that holds the key makes
 * the insert come to nothing at once, where the unique index alone would keep us waiting for its end.
 */
const CLAIM_ON_SQLITE = `${COLUMNS} VALUES (?, ?, ?, ?) ${UNLESS_KEPT('?')}`;
const CLAIM_ON_POSTGRES = `${COLUMNS} SELECT ?::varchar, ?::text, ?::text, ?::bigint
  WHERE pg_try_advisory_xact_lock(?::bigint) ${UNLESS_KEPT('?::bigint')}`;

/** Makes the key this transaction's own; false where it is taken, by a kept request or by one under way. */
export async function claimKey(em: EntityManager, request: KeyedRequest): Promise<boolean> {
  const { personId, key, at } = request;
  const row = [personId, key, request.fingerprint(), at];
  const cutoff = at - KEPT_MS;
  const claimed = isPostgres(em)
    ? await plainRows(em, CLAIM_ON_POSTGRES, [...row, lockOf(request), cutoff])
    : await plainRows(em, CLAIM_ON_SQLITE, [...row, cutoff]);
  return claimed.length > 0;
}

/** Stores what the transaction answers; a transaction without an answer needs no second statement. */
export async function keepResult(em: EntityManager, { personId, key }: KeyedRequest, result: unknown): Promise<void> {
  const kept = [JSON.stringify(result), personId, key];
  await plainChange(em, 'UPDATE idempotency_keys SET result = ? WHERE person_id = ? AND key = ?', kept);
}

/** What was asked and answered under this key; null where nothing is committed. */
export async function keptUnder(
  em: EntityManager,
  { personId, key }: KeyedRequest,
): Promise<{ fingerprint: string; result: unknown } | null> {
  const [row] = await plainRows<{ fingerprint: string; result: string | null }>(
    em,
    'SELECT fingerprint, result FROM idempotency_keys WHERE person_id = ? AND key = ?',
    [personId, key],
  );
  if (!row) return null;
  return {
    fingerprint: row.fingerprint,
    result: row.result === null ? undefined : (JSON.parse(row.result) as unknown),
  };
}

/** Deletes about `batch` keys that have run out by `now`. Answers whether more are left. */
export async function forgetKeys(em: EntityManager, now: number, batch: number): Promise<boolean> {
  const cutoff = now - KEPT_MS;
  const [last] = await plainRows<{ created_at: number | string }>(
    em,
    'SELECT created_at FROM idempotency_keys WHERE created_at <= ? ORDER BY created_at LIMIT 1 OFFSET ?',
    [cutoff, batch - 1],
  );
  const end = last ? Number(last.created_at) : cutoff;
  await plainChange(em, 'DELETE FROM idempotency_keys WHERE created_at <= ?', [end]);
  return last !== undefined;
}

/** Whether any key has run out by `now`. */
export async function someRanOut(em: EntityManager, now: number): Promise<boolean> {
  const sql = 'SELECT created_at FROM idempotency_keys WHERE created_at <= ? LIMIT 1';
  return (await plainRows(em, sql, [now - KEPT_MS])).length > 0;
}

/** The number by which PostgreSQL locks the key: 64 bits of a digest, as text. */
function lockOf({ personId, key }: KeyedRequest): string {
  return createHash('sha256').update(`${personId} ${key}`).digest().readBigInt64BE().toString();
}
