import type { FieldProblem } from '@convener/kernel';
import { COLUMN_KEY, type RegisterColumn } from '@convener/register-presets';
import { type GivenCell, type KeptCell, readCell, type ReadLink, type ShownCell, shownCell } from './cells.rules';

/** The cells of a row as they are kept, by the column's key. */
export type Cells = Record<string, KeptCell>;
export type GivenCells = Record<string, GivenCell>;

/** The cells as they become, and what is wrong with those that were given. */
export function readCells(
  columns: readonly RegisterColumn[],
  given: GivenCells,
  before: Cells,
  readLink?: ReadLink,
): { cells: Cells; problems: FieldProblem[] } {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const cells = new Map(Object.entries(before));
  const problems: FieldProblem[] = [];
  for (const [key, cell] of Object.entries(given)) {
    const column = byKey.get(key);
    const read = column ? readCell(column, cell, readLink) : { wrong: NO_COLUMN };
    if ('wrong' in read) problems.push({ pointer: COLUMN_KEY.test(key) ? `/cells/${key}` : '/cells', ...read.wrong });
    else if (read.value === null) cells.delete(key);
    else cells.set(key, read.value);
  }
  return { cells: Object.fromEntries(cells), problems };
}

/** The keys of the cells that differ. */
export function changedCells(before: Cells, after: Cells): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => before[key] !== after[key]);
}

/** The cells as somebody sees them who sees these columns. */
export function shownCells(columns: readonly RegisterColumn[], cells: Cells): Record<string, ShownCell> {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const kept = Object.hasOwn(cells, column.key) ? cells[column.key] : undefined;
      return kept === undefined ? [] : [[column.key, shownCell(column, kept)] as const];
    }),
  );
}

const NO_COLUMN = { zh: '這份清單沒有這個欄位。', en: 'The list has no such column.' };
