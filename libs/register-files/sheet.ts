import { MOST_ROWS } from '@convener/registers';
import { noHeadings, tooManyRows } from './refusals';

/** A row of a file with anything in it. */
export interface SheetRow {
  /** As programs count them, from 1 on. */
  number: number;
  /** Trimmed, empty ones as empty text; what lies behind the last filled one is left out. */
  cells: string[];
  /** Columns whose cell is a number with more decimals than columns of numbers keep; left out where there are none. */
  fine?: number[];
}

/** One sheet of a file, before anything is known of the list that it is for. */
export interface Sheet {
  headings: string[];
  rows: SheetRow[];
}

/** Tells headings from rows: a title above them fills one cell alone. Throws where there are none, or too many rows. */
export function withHeadings(all: readonly SheetRow[]): Sheet {
  const at = headingsAt(all);
  if (at === -1) throw noHeadings();
  const rows = all.slice(at + 1);
  if (rows.length > MOST_ROWS) throw tooManyRows();
  const width = all.slice(at).reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const headings = Array.from({ length: width }, (_, column) => all[at]!.cells[column] ?? '');
  return { headings, rows };
}

export function headingsAt(all: readonly SheetRow[]): number {
  return all.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
}

/** Cells as they are kept until they are read; null where all are empty. Line breaks are of one kind. */
export function rowOf(number: number, cells: readonly (string | undefined)[]): SheetRow | null {
  const plain = Array.from(cells, (cell) => (cell ?? '').replace(/\r\n?/g, '\n').trim());
  const filled = plain.findLastIndex((cell) => cell !== '') + 1;
  return filled === 0 ? null : { number, cells: plain.slice(0, filled) };
}
