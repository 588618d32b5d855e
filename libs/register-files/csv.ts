import Papa from 'papaparse';
import { withoutGuard } from './guarded';
import { MOST_FILE_COLUMNS, MOST_FILE_ROWS } from './limits';
import { notASheet, openQuote, tooManyColumns, tooManyRows, unknownEncoding, webPage } from './refusals';
import { headingsAt, rowOf, type SheetRow } from './sheet';

/** How a text file is written; null where it says so by itself. */
export type Encoding = 'utf-8' | 'big5' | null;

const SEPARATORS = [',', ';', '\t'];
/** Rows in which the headings are looked for, to tell the separator by them. */
const HEAD = 20;

export function readCsv(content: Buffer): { rows: SheetRow[]; encoding: Encoding } {
  const { text, encoding } = decoded(content);
  if (text.includes('\0') || text.startsWith('%PDF-')) throw notASheet();
  if (/^\s*</.test(text)) throw webPage();
  const lines = text.replace(/\r\n?/g, '\n');
  return { rows: rowsOf(lines, separatorOf(lines)), encoding };
}

const BOMS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Text without a mark is UTF-8 if it can be, else Big5, which Excel in Taiwan still writes. */
function decoded(content: Buffer): { text: string; encoding: Encoding } {
  const bom = BOMS.find(({ bytes }) => bytes.every((byte, at) => content[at] === byte));
  for (const encoding of bom ? [bom.encoding] : ['utf-8', 'big5']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(content);
      return { text, encoding: encoding === 'utf-8' || encoding === 'big5' ? encoding : null };
    } catch {
      continue;
    }
  }
  // Pictures and programs end here: they are full of zeros and of bytes that no text has.
  throw content.includes(0) ? notASheet() : unknownEncoding();
}

/** The one that fills most headings. */
function separatorOf(text: string): string {
  const filled = SEPARATORS.map((separator) => {
    const head = rowsOf(text, separator, HEAD);
    return head[headingsAt(head)]?.cells.filter((cell) => cell !== '').length ?? 0;
  });
  return SEPARATORS[filled.indexOf(Math.max(...filled))]!;
}

/** With `head` only the first lines, whatever is wrong with them. */
function rowsOf(text: string, delimiter: string, head?: number): SheetRow[] {
  const rows: SheetRow[] = [];
  let number = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    ...(head !== undefined && { preview: head }),
    step: ({ data, errors }) => {
      number += 1;
      if (errors.length > 0 && head === undefined) throw openQuote(number);
      const row = rowOf(number, data.map(withoutGuard));
      if (row) rows.push(row);
      if (head !== undefined) return;
      if (row && row.cells.length > MOST_FILE_COLUMNS) throw tooManyColumns();
      if (rows.length > MOST_FILE_ROWS) throw tooManyRows();
    },
  });
  return rows;
}
