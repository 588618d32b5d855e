import type { RegisterColumn } from '@convener/register-presets';
import { type KeptCell, type LinkBook, readCell, type RegisterRow, shownCell } from '@convener/registers';
import { guarded } from './guarded';
import { STATUS_HEADING } from './mapping.rules';
import { STATUS_NAMES } from './row-status.rules';

/** A cell of a file: text, a number, or a day (UTC midnight, which is how spreadsheets hold days). */
export type ExportedCell = string | number | Date | null;

/** A list as it is taken away: by its Chinese names, which reading it in again knows. */
export interface ExportedTable {
  headings: string[];
  /** In letters of the narrow kind. */
  widths: number[];
  rows: ExportedCell[][];
}

/** `columns`: those that the reader sees; `books`: the rows that link cells hold, by column. */
export function exportedTable(
  columns: readonly RegisterColumn[],
  rows: readonly Pick<RegisterRow, 'status' | 'cells'>[],
  books: ReadonlyMap<string, LinkBook> = new Map(),
): ExportedTable {
  const writers = columns.map((column) => ({ key: column.key, write: writerOf(column, books.get(column.key)) }));
  return {
    headings: [...columns.map(({ name }) => name), STATUS_HEADING],
    widths: [...columns.map(({ type }) => WIDTHS[type] ?? 20), 10],
    rows: rows.map(({ cells, status }) => [
      ...writers.map(({ key, write }) => (Object.hasOwn(cells, key) ? write(cells[key]!) : null)),
      STATUS_NAMES[status].zh,
    ]),
  };
}

const WIDTHS: Partial<Record<RegisterColumn['type'], number>> = { number: 12, money: 14, date: 12, 'yes-no': 8 };

/** Spreadsheets have a 29 February 1900: days before it are a day off in some, so they are text. */
const FIRST_SURE = '1900-03-01';

type Writer = (kept: KeptCell) => ExportedCell;

/** Writes cells such that reading them gives the same again. */
function writerOf(column: RegisterColumn, book: LinkBook | undefined): Writer {
  switch (column.type) {
    case 'number':
    case 'money':
      return (kept) => Number(shownCell(column, kept));
    case 'date':
      return (kept) => (String(kept) < FIRST_SURE ? kept : new Date(`${kept}T00:00:00Z`));
    case 'time-range':
      return (kept) => rangeText(String(kept));
    case 'yes-no':
      return (kept) => (kept === 'yes' ? '是' : '否');
    case 'choice':
      return choiceWriter(column);
    case 'row-link':
      return (kept) => book?.textOf(String(kept)) ?? String(kept);
    default:
      return String;
  }
}

/** `2028-06-12/2028-06-14` as people write it: 2028-06-12~2028-06-14. */
function rangeText(kept: string): string {
  const [from, until] = kept.replaceAll('T', ' ').split('/');
  return from === until && !from!.includes(':') ? from! : `${from}~${until}`;
}

/** By its name, but where that is another choice's name too, by its key. */
function choiceWriter(column: RegisterColumn): Writer {
  const names = new Map(
    column.choices.map(({ key, name }) => {
      const read = readCell(column, name);
      return [key, 'value' in read && read.value === key ? name : key];
    }),
  );
  return (kept) => names.get(String(kept)) ?? String(kept);
}

/** UTF-8 with a mark, by which Excel knows it (RFC 4180 but for that). Text that looks like a formula is kept from being one. */
export function csvOf({ headings, rows }: ExportedTable): string {
  const lines = [headings, ...rows].map((cells) => cells.map((cell) => quoted(csvText(cell))).join(','));
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}

function csvText(cell: ExportedCell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'number' ? String(cell) : guarded(cell);
}

function quoted(text: string): string {
  return /[",;\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text as a workbook holds it: what XML has no sign for is written `_xFFFD_`, and so is the beginning of such a sign. */
export function workbookText(text: string): string {
  return text.replace(
    /_(?=x[0-9A-Fa-f]{4}_)|[\ufdd0-\ufdef\ufffd-\uffff]/g,
    (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}
