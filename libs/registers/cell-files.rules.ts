import type { RegisterColumn } from '@convener/register-presets';
import type { CellFile } from './cell-file.entity';
import type { Cells } from './cells-of-row.rules';

/** A few photos of a room; more belong into a folder elsewhere. */
export const MOST_CELL_FILES = 10;

/** A file of a cell as it is shown beside it. */
export type CellFileView = Pick<CellFile, 'id' | 'name' | 'mediaType' | 'bytes' | 'width' | 'height'>;

/**
 * The cells of a row whose files of one column are these: a cell of files holds what they are called, one a line, so that
 * whatever counts, sorts, searches, writes out or empties cells does the same with them.
 */
export function withFiles(cells: Cells, key: string, files: readonly Pick<CellFile, 'name'>[]): Cells {
  const others = Object.entries(cells).filter(([other]) => other !== key);
  const names = files.map(({ name }) => name).join('\n');
  return Object.fromEntries(files.length > 0 ? [...others, [key, names]] : others);
}

/** The files of a row that somebody sees who sees these columns, by the column's key; empty ones are not there. */
export function shownFiles(
  columns: readonly RegisterColumn[],
  files: readonly CellFile[],
): Record<string, CellFileView[]> {
  const shown = columns.map(({ key }) => [key, files.filter(({ columnKey }) => columnKey === key)] as const);
  return Object.fromEntries(
    shown
      .filter(([, own]) => own.length > 0)
      .map(([key, own]) => [
        key,
        own.map(({ id, name, mediaType, bytes, width, height }) => ({ id, name, mediaType, bytes, width, height })),
      ]),
  );
}
