import { isPostgres, plainChange, plainRows } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { cellOf } from './cell-sql';

/** The cells of one column of a list whose lock the transaction holds, those of dropped rows too. */

export async function filledCells(em: EntityManager, registerId: string, key: string): Promise<number> {
  const sql = `SELECT COUNT(*) AS "cells" FROM register_rows t WHERE t.register_id = ? AND ${cellOf(em)} IS NOT NULL`;
  const [found] = await plainRows<{ cells: number | string }>(em, sql, [registerId, key]);
  return Number(found!.cells);
}

/** In how many rows the cell is one of these. */
export async function cellsAmong(
  em: EntityManager,
  registerId: string,
  key: string,
  values: readonly string[],
): Promise<number> {
  const sql = `SELECT COUNT(*) AS "cells" FROM register_rows t WHERE t.register_id = ? AND ${cellOf(em)} IN ?*`;
  const [found] = await plainRows<{ cells: number | string }>(em, sql, [registerId, key, values]);
  return Number(found!.cells);
}

/** The cell that most rows share, and how many do; null where no two are alike. */
export async function mostAlike(
  em: EntityManager,
  registerId: string,
  key: string,
): Promise<{ cell: string; rows: number } | null> {
  const sql = `
    SELECT ${cellOf(em)} AS "cell", COUNT(*) AS "rows" FROM register_rows t
     WHERE t.register_id = ? AND ${cellOf(em)} IS NOT NULL
     GROUP BY 1 HAVING COUNT(*) > 1 ORDER BY 2 DESC, 1 LIMIT 1`;
  const [found] = await plainRows<{ cell: string | number; rows: number | string }>(em, sql, [key, registerId, key]);
  return found ? { cell: String(found.cell), rows: Number(found.rows) } : null;
}

/** Throws its cells away. */
export async function dropCells(em: EntityManager, registerId: string, key: string): Promise<void> {
  const left = isPostgres(em) ? '(cells::jsonb - CAST(? AS text))::text' : "json_remove(cells, '$.' || ?)";
  const sql = `UPDATE register_rows SET cells = ${left}, version = version + 1
    WHERE register_id = ? AND ${cellOf(em, 'register_rows')} IS NOT NULL`;
  await plainChange(em, sql, [key, registerId, key]);
}

/** Rows that were erased and hold a cell that is personal from now on are to be erased again when their time comes. */
export async function unErase(em: EntityManager, registerId: string, key: string): Promise<void> {
  const sql = `UPDATE register_rows SET erased_at = NULL, version = version + 1
    WHERE register_id = ? AND erased_at IS NOT NULL AND ${cellOf(em, 'register_rows')} IS NOT NULL`;
  await plainChange(em, sql, [registerId, key]);
}
