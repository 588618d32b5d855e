import { MOST_FILE_COLUMNS, MOST_FILE_ROWS } from './limits';
import { numberText, roundedText, timeText } from './number-formats.rules';
import { brokenWorkbook, tooManyColumns, tooManyRows } from './refusals';
import { rowOf, type SheetRow } from './sheet';
import { plainText, type SharedParts } from './workbook';
import { readXml } from './xml';

/** Stands in for what a formula would say that no program has computed; import rules refuse it like #REF!. */
export const NOT_COMPUTED = '#VALUE?';

/** A cell while it is read: its parts come one after the other. */
interface OpenCell {
  column: number;
  type: string;
  style: number;
  /** Null as long as it has none. */
  value: string | null;
  formula: boolean;
}

/** The rows of a sheet with anything in them. Of a formula what it said when it was saved; nothing is computed. */
export function readWorksheet(xml: string, shared: SharedParts): SheetRow[] {
  const reader = new WorksheetReader(shared);
  readXml(xml, {
    open: (name, attribute) => reader.open(name, attribute),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
  return reader.rows;
}

class WorksheetReader {
  readonly rows: SheetRow[] = [];
  private number = 0;
  private cells: string[] = [];
  private fine: number[] = [];
  private column = -1;
  private cell: OpenCell | null = null;
  private reading = false;
  private pronounced = false;

  constructor(private readonly shared: SharedParts) {}

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'row') {
      this.number = Number(attribute('r') ?? this.number + 1);
      if (!Number.isSafeInteger(this.number)) throw brokenWorkbook();
      this.cells = [];
      this.fine = [];
      this.column = -1;
    } else if (name === 'c') {
      const place = attribute('r');
      this.column = place === undefined ? this.column + 1 : columnOf(place);
      const style = Number(attribute('s') ?? 0);
      this.cell = { column: this.column, type: attribute('t') ?? 'n', style, value: null, formula: false };
    } else if (!this.cell) return;
    else if (name === 'f') this.cell.formula = true;
    else if (name === 'rPh') this.pronounced = true;
    else if (name === 'v' || (name === 't' && !this.pronounced)) {
      this.reading = true;
      this.cell.value ??= '';
    }
  }

  text(text: string): void {
    if (this.reading && this.cell) this.cell.value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.reading = false;
    else if (name === 'rPh') this.pronounced = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  private closeCell(): void {
    const text = this.cell ? textOf(this.cell, this.shared) : '';
    const fine = this.cell?.type === 'n' && isFine(text);
    const column = this.cell?.column ?? 0;
    this.cell = null;
    if (text.trim() === '') return;
    if (column >= MOST_FILE_COLUMNS) throw tooManyColumns();
    this.cells[column] = text;
    if (fine) this.fine.push(column);
  }

  private closeRow(): void {
    const row = rowOf(this.number, this.cells);
    if (row) this.rows.push(this.fine.length > 0 ? { ...row, fine: this.fine } : row);
    if (this.rows.length > MOST_FILE_ROWS) throw tooManyRows();
  }
}

function textOf({ type, style, value, formula }: OpenCell, { strings, timeStyles, from1904 }: SharedParts): string {
  if (value === null) return formula ? NOT_COMPUTED : '';
  if (type === 's') return strings[Number(value)] ?? outOfPlace();
  if (type === 'inlineStr' || type === 'str') return plainText(value);
  if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace('T', ' ');
  if (type === 'e' || value.trim() === '') return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return outOfPlace();
  return timeStyles[style] ? timeText(number, from1904) : numberText(number);
}

/** Whether columns of numbers keep less of it. */
const isFine = (text: string) => Number.isFinite(Number(text)) && roundedText(text) !== text;

function outOfPlace(): never {
  throw brokenWorkbook();
}

/** Of `C5` it is 2. Letters beyond those that a spreadsheet has count as one of the last. */
function columnOf(place: string): number {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(place)?.[0] ?? outOfPlace();
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
