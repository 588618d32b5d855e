import type { RegisterColumn } from '../../../api/types';

/** Rows that are pasted at once; more come in as a file. */
export const MOST_PASTED = 200;

/**
 * What a spreadsheet puts on the clipboard, as rows of cells: separated by tabs; a cell that holds a line break or a tab
 * stands in quotes. Null where it is a single cell, which is plain text for whatever is being typed into.
 */
export function pastedCells(text: string): string[][] | null {
  const rows = text.includes('"') ? quoted(text) : text.split(/\r\n|\r|\n/).map((line) => line.split('\t'));
  // Spreadsheets end the last row with a line break too.
  if (rows.length > 1 && rows.at(-1)!.every((cell) => cell === '')) rows.pop();
  if (rows.length === 1 && rows[0]!.length === 1) return null;
  return rows;
}

const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;

function quoted(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [all, inQuotes, plain, end] of text.matchAll(CELL)) {
    rows.at(-1)!.push(inQuotes === undefined ? plain! : inQuotes.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== '\t') rows.push([]);
    if (all === '') break;
  }
  return rows;
}

/** A choice is pasted by its name, as it was copied; what names none stays, for the server to say so. */
function chosenKey({ choices }: RegisterColumn, text: string): string {
  const word = text.trim();
  return choices.find(({ name, nameEn }) => name === word || nameEn === word)?.key ?? text;
}

/** One row that a paste changes, or adds where it lies behind the last one. */
export interface PastedRow {
  /** Index in the list as it is shown; null behind the last. */
  at: number | null;
  cells: Record<string, string>;
}

/**
 * Lays what was pasted over the list, from a cell on. Cells right of the last column have no place: their number is told.
 * Columns of files are passed by, since text is none.
 */
export function laidOut(
  cells: readonly (readonly string[])[],
  from: { row: number; column: number },
  list: { rows: number; columns: readonly RegisterColumn[] },
): { rows: PastedRow[]; over: number } {
  const columns = list.columns.slice(from.column);
  const widest = Math.max(...cells.map((row) => row.length));
  const rows = cells.map((row, index) => {
    const at = from.row + index;
    const named = row
      .slice(0, columns.length)
      .flatMap((cell, at) => (columns[at]!.type === 'file' ? [] : [[columns[at]!.key, chosenKey(columns[at]!, cell)]]));
    return { at: at < list.rows ? at : null, cells: Object.fromEntries(named) as Record<string, string> };
  });
  // An empty line behind the list adds nothing.
  const kept = rows.filter(({ at, cells: given }) =>
    at === null ? Object.values(given).some((cell) => cell.trim()) : Object.keys(given).length > 0,
  );
  return { rows: kept, over: Math.max(0, widest - columns.length) };
}
