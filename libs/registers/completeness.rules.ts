import type { Bilingual } from '@convener/kernel';
import { isSummed, type RegisterColumn } from '@convener/register-presets';
import { shownTotal } from './cells.rules';

/** What the rows of a list hold that are not dropped, counted by the database. */
export interface Tally {
  rows: number;
  /** Rows without their personal cells, which nobody can fill any more. */
  erased: number;
  /** By the column's key: in how many rows it has a cell, and the sum of those that are numbers, as kept. */
  cells: ReadonlyMap<string, { filled: number; total: number }>;
}

export const NO_ROWS: Tally = { rows: 0, erased: 0, cells: new Map() };

export interface Completeness {
  complete: boolean;
  /** Required columns that are empty somewhere, and in how many rows. */
  empty: { column: string; rows: number }[];
}

export function completenessOf(columns: readonly RegisterColumn[], { rows, erased, cells }: Tally): Completeness {
  const empty = columns
    .filter(({ required }) => required)
    .map(({ key, personal }) => ({
      column: key,
      rows: rows - (personal ? erased : 0) - (cells.get(key)?.filled ?? 0),
    }))
    .filter((column) => column.rows > 0);
  return { complete: rows > 0 && empty.length === 0, empty };
}

/** What is missing before a deliverable that is this list can be handed in. */
export function missingOf(
  { name, nameEn, columns }: { name: string; nameEn: string | null; columns: readonly RegisterColumn[] },
  tally: Tally,
): Bilingual | null {
  const { complete, empty } = completenessOf(columns, tally);
  if (complete) return null;
  const en = nameEn ?? name;
  if (tally.rows === 0) return { zh: `「${name}」還沒有資料。`, en: `"${en}" has no rows yet.` };
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const told = empty.map(({ column, rows }) => ({ column: byKey.get(column)!, rows }));
  return {
    zh: `「${name}」還有必填欄位是空的：${told.map(({ column, rows }) => `${column.name}（${rows} 筆）`).join('、')}。`,
    en: `"${en}" has empty cells: ${told.map(({ column, rows }) => `${column.nameEn} (${rows})`).join(', ')}.`,
  };
}

/** The totals of the columns that are added up, as they are shown. */
export function totalsOf(columns: readonly RegisterColumn[], { cells }: Tally): { column: string; total: number }[] {
  return columns
    .filter(isSummed)
    .map((column) => ({ column: column.key, total: shownTotal(column, cells.get(column.key)?.total ?? 0) }));
}

/** The required columns that a row leaves empty. What was erased is not asked for again. */
export function emptyIn(
  columns: readonly RegisterColumn[],
  { cells, erasedAt }: { cells: Readonly<Record<string, unknown>>; erasedAt: number | null },
): string[] {
  return columns
    .filter(({ required, personal }) => required && !(personal && erasedAt !== null))
    .filter(({ key }) => !Object.hasOwn(cells, key))
    .map(({ key }) => key);
}
