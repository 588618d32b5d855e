import { updateEach } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { personalIn, withoutPersonal } from './privacy.rules';
import type { Register } from './register.entity';
import { RegisterRow } from './register-row.entity';

/** How much was erased. */
export interface Erased {
  rows: number;
  cells: number;
}

/**
 * Empties what is personal in these rows of a list, whose project the transaction holds. What was erased before is passed
 * by. The activity keeps no such cell, so there is nothing to erase beside the rows.
 */
export async function eraseRows(
  em: EntityManager,
  { columns }: Register,
  rows: readonly RegisterRow[],
  at: number,
): Promise<Erased> {
  const left = rows.filter(({ erasedAt }) => erasedAt === null);
  const emptied = left.map(({ id, cells }) => ({ id, cells: withoutPersonal(columns, cells), erasedAt: at }));
  await updateEach(em, RegisterRow, ['cells', 'erasedAt'], emptied);
  const cells = left.reduce((sum, row) => sum + personalIn(columns, row.cells).length, 0);
  return { rows: left.length, cells };
}

/** What the activity says of it: how much, never what. */
export function told({ rows, cells }: Erased): Record<string, number> {
  return { erasedRows: rows, erasedCells: cells };
}
