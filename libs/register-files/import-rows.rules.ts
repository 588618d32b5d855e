import type { Bilingual } from '@convener/kernel';
import type { RegisterColumn } from '@convener/register-presets';
import { type Cells, type KeptCell, readCell, type ReadLink, type RowStatus } from '@convener/registers';
import type { Taking } from './mapping.rules';
import { roundedText } from './number-formats.rules';
import { NO_STATUS, readStatus } from './row-status.rules';
import type { Sheet, SheetRow } from './sheet';

/** What keeps a file from being read in, as people find it there. */
export interface ImportProblem extends Bilingual {
  /** In the file, from 1 on. */
  row: number;
  /** Null where it is the row as a whole. */
  heading: string | null;
  value: string;
}

/** A row of the file as the list would keep it. */
export interface ReadRow {
  row: number;
  /** Of the columns that the file goes into; empty ones are not there. */
  cells: Cells;
  /** Null where the file says nothing of it. */
  status: RowStatus | null;
  problems: ImportProblem[];
}

/** What is shown of a cell that can't be read. */
const LONGEST_SHOWN = 200;
/** What spreadsheets show where a formula failed; the last is our own for one that was never computed. */
const FAILED = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|GETTING_DATA|VALUE\?)$/;

/** Reads all rows by the rules of the list's columns. Rows with nothing in what is taken are left out. */
export function readRows({ headings, rows }: Sheet, taking: Taking, readLink?: ReadLink): ReadRow[] {
  const taken = [...taking.columns.keys()].filter((at) => at === taking.statusAt || taking.columns[at] !== null);
  return rows
    .filter(({ cells }) => taken.some((at) => (cells[at] ?? '') !== ''))
    .map((row) => readRow(row, headings, taking, readLink));
}

function readRow(
  { number, cells, fine }: SheetRow,
  headings: readonly string[],
  taking: Taking,
  readLink: ReadLink | undefined,
): ReadRow {
  const problems: ImportProblem[] = [];
  const kept: [string, KeptCell][] = [];
  const tell = (at: number, wrong: Bilingual) =>
    problems.push(problemAt(number, headings[at] ?? null, cells[at] ?? '', wrong));
  for (const [at, column] of taking.columns.entries()) {
    if (column === null) continue;
    const text = cells[at] ?? '';
    const rounds = (column.type === 'number' || column.type === 'money') && fine?.includes(at);
    const read = readText(column, rounds ? roundedText(text) : text, readLink);
    if ('wrong' in read) tell(at, read.wrong);
    else if (read.value !== null) kept.push([column.key, read.value]);
  }
  const word = cells[taking.statusAt] ?? '';
  const status = word === '' ? null : readStatus(word);
  if (word !== '' && status === null) tell(taking.statusAt, NO_STATUS);
  return { row: number, cells: Object.fromEntries(kept), status, problems };
}

function readText(column: RegisterColumn, text: string, readLink: ReadLink | undefined): ReturnType<typeof readCell> {
  return FAILED.test(text) ? { wrong: FORMULA_FAILED } : readCell(column, text, readLink);
}

export function problemAt(row: number, heading: string | null, value: string, { zh, en }: Bilingual): ImportProblem {
  return { row, heading, value: [...value.slice(0, 2 * LONGEST_SHOWN)].slice(0, LONGEST_SHOWN).join(''), zh, en };
}

const FORMULA_FAILED = {
  zh: '公式算不出結果；請在試算表裡修正，或用 Excel 開啟後再儲存一次。',
  en: 'The formula has no result. Mend it in the spreadsheet, or open the file in Excel and save it again.',
};
