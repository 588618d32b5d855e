import type { CellObject } from 'write-excel-file/node';
import { alignOf, shownCell } from '../cells.rules';
import { COLOURS, TONES } from '../looks';
import type { Cell, TableColumn } from '../paper';
import { numberLook } from './formats.rules';

export type Look = Partial<CellObject>;

export const WIDEST = 60;
/** What a column has beyond its longest line: room for an arrow of the filter. */
const MORE = 4;
/** Excel takes no more in one cell. */
const LONGEST = 32_767;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Printed without the lines of the screen, a table would be a heap of words. */
export const LINES = { borderStyle: 'thin', borderColor: `#${COLOURS.rule}` } as const;
export const HEAD = {
  ...LINES,
  fontWeight: 'bold',
  backgroundColor: `#${COLOURS.head}`,
  alignVertical: 'center',
  wrap: true,
} as const;
export const GROUP = {
  ...LINES,
  fontWeight: 'bold',
  backgroundColor: `#${COLOURS.group}`,
  alignVertical: 'center',
} as const;
const TO_THE_RIGHT = { align: 'right', indent: 1 } as const;

/** Letters that nobody writes, before texts that the library mistakes for what every object has, such as "constructor". */
export const GUARD = '\ue0c0\ue0c1\ue0c2';

function guarded(value: string): string {
  return value in {} ? GUARD + value : value;
}

/** Text that stays text, whatever it begins with, also after somebody has edited the cell ("@" is the format of text). */
export function text(value: string, look: Look = {}): CellObject | null {
  if (value === '') return Object.keys(look).length > 0 ? { ...look } : null;
  return {
    wrap: letters(value) > WIDEST - MORE || value.includes('\n'),
    ...look,
    value: guarded(value.slice(0, LONGEST)),
    type: String,
    format: '@',
  };
}

/** Numbers are numbers, a day that is nothing but a day is a date; all else is text. */
export function valueOf(cell: Cell | undefined, column: Pick<TableColumn, 'kind'>, look: Look = {}): CellObject | null {
  const { value, text: written, tone } = shownCell(cell);
  const all = { ...look, ...(tone && toneLook(tone)) };
  if (typeof value === 'number' && Number.isFinite(value))
    return { ...all, ...numberOf(value, written, column.kind), type: Number, align: 'right' };
  if (column.kind === 'day' && typeof value === 'string' && isDay(value))
    return { ...all, value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', align: 'left' };
  return text(value === null ? '' : String(value), { ...alignLook(column), ...all });
}

/** Apart from the text that begins in the next column: by the format, since LibreOffice forgets indents of numbers. */
function numberOf(value: number, written: string, kind: TableColumn['kind']) {
  const look = numberLook(value, written, kind);
  return { ...look, format: `${look.format}_)` };
}

export function alignLook(column: Pick<TableColumn, 'kind'>): Look {
  const align = alignOf({ label: '', ...column });
  return align === 'right' ? TO_THE_RIGHT : align === 'center' ? { align } : {};
}

function isDay(value: string): boolean {
  return (
    DAY.test(value) &&
    value >= '1901-01-01' &&
    !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) &&
    new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)
  );
}

function toneLook(tone: keyof typeof TONES): Look {
  const { colour, bold, fill } = TONES[tone];
  return { textColor: `#${colour}`, ...(bold && { fontWeight: 'bold' }), ...(fill && { backgroundColor: `#${fill}` }) };
}

/** In letters of the narrow kind; a Han character takes two. */
export function letters(line: string): number {
  return line.length + (line.match(/[\u1100-\uffef]/g)?.length ?? 0);
}

export function width(texts: readonly string[]): number {
  const widest = Math.max(0, ...texts.flatMap((value) => value.split('\n').map(letters)));
  return Math.min(WIDEST, Math.max(8, widest + MORE));
}

const ROW = { least: 19.5, line: 15.5, edges: 4 };

/**
 * Points that a row takes whose lines are broken in its columns. Excel makes such rows higher when it opens them, but
 * neither LibreOffice nor a preview does.
 */
export function rowHeight(cells: readonly (CellObject | null)[], columns: readonly { width: number }[]): number {
  const lines = cells.map((cell, at) => {
    if (typeof cell?.value !== 'string' || cell.wrap !== true) return 1;
    const room = Math.max(4, (columns[at]?.width ?? WIDEST) - 2);
    return cell.value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(letters(line) / room)), 0);
  });
  return Math.min(409, Math.max(ROW.least, Math.max(1, ...lines) * ROW.line + ROW.edges));
}
