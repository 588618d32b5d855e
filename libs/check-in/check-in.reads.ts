import { isPostgres, plainRows, readAll } from '@convener/platform';
import { RegisterRow } from '@convener/registers';
import type { EntityManager } from 'typeorm';
import { Arrival, CheckInEntry } from './check-in.entity';
import type { DoubleView, KindCount } from './check-in.views';
import { type DeskRow, deskRow } from './desk-row.rules';
import type { Fields } from './fields.rules';

type Double = Omit<DoubleView, 'enteredBy'> & { enteredBy: string };

const MOST_DOUBLES = 200;

/** The registrations as desks see them, in the list's order: of these ids, or (null) all. */
export async function rowsOf(
  em: EntityManager,
  registerId: string,
  fields: Fields,
  ids: readonly string[] | null,
): Promise<DeskRow[]> {
  const values = ids ? [registerId, ids] : [registerId];
  const rows = `WHERE t.register_id = ? ${ids ? 'AND t.id IN ?*' : ''} ORDER BY t.position`;
  const found = await readAll(em, RegisterRow, rows, values);
  const arrivals = `WHERE t.register_id = ? ${ids ? 'AND t.row_id IN ?*' : ''}`;
  const byRow = new Map((await readAll(em, Arrival, arrivals, values)).map((arrival) => [arrival.rowId, arrival]));
  return found.map((row) => deskRow(row, fields, byRow.get(row.id) ?? null));
}

/** How many are expected and have arrived, by their kind. Dropped registrations are not expected. */
export async function kindCounts(
  em: EntityManager,
  registerId: string,
  kind: string | undefined,
): Promise<KindCount[]> {
  // SQLite takes an empty name for a broken path.
  const named = isPostgres(em) ? '(t.cells::jsonb ->> CAST(? AS text))' : 'CAST(t.cells ->> ? AS text)';
  const sql = `
    SELECT ${kind === undefined ? 'NULL' : named} AS "kind", COUNT(*) AS "expected", COUNT(a.row_id) AS "arrived"
      FROM register_rows t LEFT JOIN check_in_arrivals a ON a.row_id = t.id AND a.register_id = ?
     WHERE t.register_id = ? AND t.status <> 'dropped' GROUP BY 1 ORDER BY 2 DESC, 1`;
  const rows = await plainRows<{ kind: string | null; expected: number | string; arrived: number | string }>(em, sql, [
    ...(kind === undefined ? [] : [kind]),
    ...[registerId, registerId],
  ]);
  return rows.map((row) => ({ kind: row.kind, expected: Number(row.expected), arrived: Number(row.arrived) }));
}

/** What each desk has done, by its id. */
export async function takings(
  em: EntityManager,
  registerId: string,
): Promise<Map<string, { arrivals: number; receipts: number; amount: number }>> {
  type Sum = { deskId: string; arrivals: number | string; receipts: number | string; amount: number | string | null };
  const rows = await plainRows<Sum>(em, TAKINGS, [registerId, registerId]);
  return new Map(
    rows.map(({ deskId, arrivals, receipts, amount }) => [
      deskId,
      { arrivals: Number(arrivals), receipts: Number(receipts), amount: Number(amount ?? 0) / 100 },
    ]),
  );
}

const TAKINGS = `
  SELECT desk_id AS "deskId", SUM(arrivals) AS "arrivals", SUM(receipts) AS "receipts", SUM(amount) AS "amount" FROM (
    SELECT desk_id, COUNT(*) AS arrivals, 0 AS receipts, 0 AS amount
      FROM check_in_arrivals WHERE register_id = ? GROUP BY desk_id
    UNION ALL
    SELECT desk_id, 0, COUNT(*), SUM(amount_hundredths)
      FROM check_in_entries WHERE register_id = ? AND kind = 'payment' AND voided_by IS NULL GROUP BY desk_id
  ) parts GROUP BY desk_id`;

/** The rows that entries after `since` have touched; null where those are too many, or `since` is none of ours. */
export async function changedRows(
  em: EntityManager,
  registerId: string,
  since: number,
  most: number,
): Promise<string[] | null> {
  const sql = `
    SELECT row_id AS "rowId" FROM check_in_entries
     WHERE register_id = ? AND seq > ? ORDER BY seq LIMIT ${most + 1}`;
  const rows = await plainRows<{ rowId: string | null }>(em, sql, [registerId, since]);
  if (rows.length > most) return null;
  return [...new Set(rows.flatMap(({ rowId }) => (rowId === null ? [] : [rowId])))];
}

/** The newest first; a payment that was taken back is nobody's trouble any more. */
export async function doublesOf(em: EntityManager, registerId: string, fields: Fields): Promise<Double[]> {
  const where = `WHERE t.register_id = ? AND t.outcome = 'double' AND t.kind IN ('arrival', 'payment')
      AND t.voided_by IS NULL
    ORDER BY t.seq DESC LIMIT ${MOST_DOUBLES}`;
  const entries = await readAll(em, CheckInEntry, where, [registerId]);
  const rowIds = entries.flatMap(({ rowId }) => (rowId === null ? [] : [rowId]));
  const rows = await readAll(em, RegisterRow, 'WHERE t.id IN ?*', [rowIds]);
  const arrivals = await readAll(em, Arrival, 'WHERE t.row_id IN ?*', [rowIds]);
  return entries.map((entry) => {
    const row = rows.find(({ id }) => id === entry.rowId);
    const arrival = arrivals.find(({ rowId }) => rowId === entry.rowId);
    const { id, kind, rowId, deskId, receipt, enteredBy, amountHundredths } = entry;
    return {
      ...{ id, kind, rowId, deskId, receipt, enteredBy, at: entry.enteredAt },
      name: row ? deskRow(row, fields, null).name : '',
      amount: amountHundredths === null ? null : amountHundredths / 100,
      first: kind === 'arrival' && arrival ? { at: arrival.at, deskId: arrival.deskId } : null,
    };
  });
}
