import { groupBy } from '@convener/kernel';
import { isPostgres, plainRows } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import type { Tally } from './completeness.rules';
import type { RowStatus } from './register-row.entity';

/** How many rows of each state a list has. */
export type RowCounts = Record<RowStatus, number>;

/** The same for any columns, so that the statement stays prepared. Kept numbers are the cells that are no text. */
const CELLS = {
  sqlite: `
    SELECT e.key AS "key", COUNT(*) AS "filled",
           SUM(CASE WHEN e.type IN ('integer', 'real') THEN e.value ELSE 0 END) AS "total"
      FROM register_rows t, json_each(t.cells) e
     WHERE t.register_id = ? AND t.status <> 'dropped' GROUP BY e.key`,
  postgres: `
    SELECT e.key AS "key", COUNT(*) AS "filled",
           SUM(CASE WHEN jsonb_typeof(e.value) = 'number' THEN (e.value #>> '{}')::numeric ELSE 0 END) AS "total"
      FROM register_rows t CROSS JOIN LATERAL jsonb_each(t.cells::jsonb) e
     WHERE t.register_id = ? AND t.status <> 'dropped' GROUP BY e.key`,
};

const COUNTS = `
  SELECT t.register_id AS "registerId", t.status, COUNT(*) AS "rows"
    FROM register_rows t WHERE t.register_id IN ?* GROUP BY t.register_id, t.status`;

const ERASED = `
  SELECT COUNT(*) AS "erased" FROM register_rows t
   WHERE t.register_id = ? AND t.erased_at IS NOT NULL AND t.status <> 'dropped'`;

export async function rowCounts(em: EntityManager, ids: readonly string[]): Promise<(id: string) => RowCounts> {
  type Count = { registerId: string; status: RowStatus; rows: number | string };
  const found = ids.length > 0 ? await plainRows<Count>(em, COUNTS, [ids]) : [];
  const byList = groupBy(found, ({ registerId }) => registerId);
  return (id) => {
    const counts = (byList.get(id) ?? []).map(({ status, rows }) => [status, Number(rows)] as const);
    return { open: 0, confirmed: 0, dropped: 0, ...Object.fromEntries(counts) };
  };
}

export async function tallyOf(em: EntityManager, registerId: string, counts: RowCounts): Promise<Tally> {
  type Cell = { key: string; filled: number | string; total: number | string };
  const sql = CELLS[isPostgres(em) ? 'postgres' : 'sqlite'];
  const cells = await plainRows<Cell>(em, sql, [registerId]);
  const [gone] = await plainRows<{ erased: number | string }>(em, ERASED, [registerId]);
  return {
    rows: counts.open + counts.confirmed,
    erased: Number(gone!.erased),
    cells: new Map(cells.map(({ key, filled, total }) => [key, { filled: Number(filled), total: Number(total) }])),
  };
}
