import { updateEach } from '@convener/platform';
import {
  dropFilesOfRows,
  personalColumns,
  personalIn,
  type Register,
  RegisterRow,
  withoutPersonal,
} from '@convener/registers';
import type { EntityManager } from 'typeorm';

/** How much was erased. */
export interface Erased {
  rows: number;
  cells: number;
}

export interface Erasure extends Erased {
  /** Of the files that went, to be removed after the transaction. */
  fileKeys: string[];
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
): Promise<Erasure> {
  const left = rows.filter(({ erasedAt }) => erasedAt === null);
  const emptied = left.map(({ id, cells }) => ({ id, cells: withoutPersonal(columns, cells), erasedAt: at }));
  await updateEach(em, RegisterRow, ['cells', 'erasedAt'], emptied);
  const cells = left.reduce((sum, row) => sum + personalIn(columns, row.cells).length, 0);
  const ids = left.map(({ id }) => id);
  return { rows: left.length, cells, fileKeys: await dropFilesOfRows(em, ids, personalColumns(columns)) };
}

/** What the activity says of it: how much, never what. */
export function told({ rows, cells }: Erased): Record<string, number> {
  return { erasedRows: rows, erasedCells: cells };
}
