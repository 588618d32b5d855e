import { type Bilingual, groupBy } from '@convener/kernel';
import type { RegisterColumn } from '@convener/register-presets';
import {
  type Cells,
  changedCells,
  type KeptCell,
  MOST_ROWS,
  type RegisterRow,
  type RowStatus,
} from '@convener/registers';
import { type ImportProblem, problemAt, type ReadRow } from './import-rows.rules';
import type { Taking } from './mapping.rules';

/** What a list keeps of a row, as far as a file says it. */
type Kept = Pick<RegisterRow, 'status' | 'cells'>;
type Existing = Pick<RegisterRow, 'id' | 'status' | 'cells'>;

/** A row of the file, and the one of the list that it is. */
interface Matched {
  read: ReadRow;
  before: Existing | null;
  after: Kept;
}

export interface ImportPlan {
  added: Kept[];
  changed: Existing[];
  unchanged: number;
  /** In the order of the file; with any of them nothing is written. */
  problems: ImportProblem[];
}

/** What reading a file into a list comes to: which rows are new, which change, and what must not be. */
export function planImport(
  taking: Taking,
  headings: readonly string[],
  rows: readonly ReadRow[],
  existing: readonly Existing[],
): ImportPlan {
  const headingOf = (column: RegisterColumn) => headings[taking.columns.indexOf(column)] ?? null;
  const problems = rows.flatMap((row) => row.problems);
  const tell = ({ row, cells }: ReadRow, column: RegisterColumn | null, wrong: Bilingual) => {
    const value = column ? String(cells[column.key] ?? '') : '';
    problems.push(problemAt(row, column && headingOf(column), value, wrong));
  };
  const sound = rows.filter((row) => row.problems.length === 0);
  const matched = matchedRows(taking, sound, existing, tell);
  const unique = taking.columns.filter((column) => column?.unique);
  for (const column of unique) tellRepeated(column!, matched, existing, tell);
  const added = matched.filter(({ before }) => before === null);
  const beyond = added[MOST_ROWS - existing.length];
  if (beyond) tell(beyond.read, null, FULL);
  const kept = matched.filter(({ before }) => before !== null);
  const changed = kept.filter(({ before, after }) => differs(before!, after));
  return {
    added: added.map(({ after }) => after),
    changed: changed.map(({ before, after }) => ({ id: before!.id, ...after })),
    unchanged: kept.length - changed.length,
    problems: problems.sort((a, b) => a.row - b.row),
  };
}

type Tell = (read: ReadRow, column: RegisterColumn | null, wrong: Bilingual) => void;

/** Rows with a key are those of the list that have it; those without are the ones that are just so, or new. */
function matchedRows(taking: Taking, rows: readonly ReadRow[], existing: readonly Existing[], tell: Tell): Matched[] {
  const { key, columns } = taking;
  const taken = new Set(columns.filter((column) => column !== null).map((column) => column.key));
  const match = (read: ReadRow, before: Existing | null): Matched => ({
    ...{ read, before },
    after: { status: read.status ?? before?.status ?? 'open', cells: cellsAfter(taken, read, before) },
  });
  if (key === null) return rows.map((read) => match(read, null));
  const keyOf = ({ cells }: { cells: Cells }): KeptCell | undefined => cells[key.key];
  const byKey = groupBy(existing, (row) => keyOf(row) ?? null);
  const keyless = groupBy(byKey.get(null) ?? [], ({ cells, status }) => signature(taking, cells, status));
  const rowsByKey = new Map<KeptCell, number>();
  const found: Matched[] = [];
  for (const read of rows) {
    const value = keyOf(read);
    const before = value === undefined ? undefined : rowsByKey.get(value);
    const same = value === undefined ? [] : (byKey.get(value) ?? []);
    if (before !== undefined) tell(read, key, alsoIn(key, before));
    else if (same.length > 1) tell(read, key, ambiguous(key));
    else if (value === undefined)
      found.push(match(read, keyless.get(signature(taking, read.cells, read.status ?? 'open'))?.pop() ?? null));
    else found.push(match(read, same[0] ?? null));
    if (value !== undefined && before === undefined) rowsByKey.set(value, read.row);
  }
  return found;
}

/** What the file says of a row, to be compared. */
function signature({ columns, statusAt }: Taking, cells: Cells, status: RowStatus): string {
  const taken = columns.filter((column) => column !== null);
  return JSON.stringify([statusAt === -1 ? null : status, ...taken.map(({ key }) => cells[key] ?? null)]);
}

/** What the file says nothing of stays. */
function cellsAfter(taken: ReadonlySet<string>, read: ReadRow, before: Existing | null): Cells {
  const cells = { ...read.cells };
  for (const [key, cell] of Object.entries(before?.cells ?? {})) if (!taken.has(key)) cells[key] = cell;
  return cells;
}

function differs(before: Kept, after: Kept): boolean {
  return before.status !== after.status || changedCells(before.cells, after.cells).length > 0;
}

/** Of two rows that are alike afterwards where they mustn't be, the later one of the file is told of. */
function tellRepeated(
  column: RegisterColumn,
  matched: readonly Matched[],
  existing: readonly Existing[],
  tell: Tell,
): void {
  const touched = new Set(matched.map(({ before }) => before?.id));
  /** By the cell: the file's row that has it, null where it is another row of the list. */
  const owners = new Map<KeptCell | undefined, number | null>();
  for (const { id, cells } of existing) if (!touched.has(id)) owners.set(cells[column.key], null);
  for (const { read, after } of matched) {
    const value = after.cells[column.key];
    if (value === undefined) continue;
    const owner = owners.get(value);
    if (owner === undefined) owners.set(value, read.row);
    else tell(read, column, owner === null ? inList(column) : alsoIn(column, owner));
  }
}

const alsoIn = ({ name, nameEn }: RegisterColumn, row: number): Bilingual => ({
  zh: `和第 ${row} 列的「${name}」重複。`,
  en: `Row ${row} has the same ${nameEn}.`,
});
const inList = ({ name, nameEn }: RegisterColumn): Bilingual => ({
  zh: `清單裡另一筆資料的「${name}」已經是這個。`,
  en: `Another row of the list has this ${nameEn}.`,
});
const ambiguous = ({ name, nameEn }: RegisterColumn): Bilingual => ({
  zh: `清單裡有幾筆資料的「${name}」都是這個，不知道要更新哪一筆；請改用別的欄位比對。`,
  en: `Several rows of the list have this ${nameEn}, so which one is meant is unclear. Choose another column to know rows by.`,
});
const FULL: Bilingual = {
  zh: `匯入後會超過 ${MOST_ROWS} 筆，一份清單最多這麼多筆。`,
  en: `The list would have more than ${MOST_ROWS} rows, which is the limit.`,
};
