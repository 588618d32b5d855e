import { plainChange, readAll } from '@convener/platform';
import type { RegisterColumn } from '@convener/register-presets';
import type { EntityManager } from 'typeorm';
import { CellFile } from './cell-file.entity';

const isOfFiles = ({ type }: RegisterColumn) => type === 'file';

/** The files of these rows, the first added first; lists without a column of files are not asked. */
export async function filesOfRows(
  em: EntityManager,
  columns: readonly RegisterColumn[],
  rowIds: readonly string[],
): Promise<CellFile[]> {
  if (rowIds.length === 0 || !columns.some(isOfFiles)) return [];
  return readAll(em, CellFile, 'WHERE t.row_id IN ?* ORDER BY t.row_id, t.id', [rowIds]);
}

/**
 * Deletes the rows of files, and answers the keys under which the files themselves are kept: those go once the transaction
 * is committed (FileKeeper.removeAll).
 */
export async function dropFilesOfRows(
  em: EntityManager,
  rowIds: readonly string[],
  columns: readonly RegisterColumn[],
): Promise<string[]> {
  const keys = new Set(columns.filter(isOfFiles).map(({ key }) => key));
  const files = (await filesOfRows(em, columns, rowIds)).filter(({ columnKey }) => keys.has(columnKey));
  return drop(em, files);
}

/** The same for a column that goes, with those of dropped rows. */
export async function dropFilesOfColumn(em: EntityManager, registerId: string, key: string): Promise<string[]> {
  return drop(em, await readAll(em, CellFile, 'WHERE t.register_id = ? AND t.column_key = ?', [registerId, key]));
}

async function drop(em: EntityManager, files: readonly CellFile[]): Promise<string[]> {
  if (files.length > 0) await plainChange(em, 'DELETE FROM cell_files WHERE id IN ?*', [files.map(({ id }) => id)]);
  return files.map(({ storeKey }) => storeKey);
}
