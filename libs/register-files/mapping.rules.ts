import { wrongField } from '@convener/projects';
import { type RegisterColumn, STATUS_KEY } from '@convener/register-presets';

/** What each column of a file goes into: a column's key, `status`, or nothing. */
export type Mapping = readonly (string | null)[];

/** What a file is read by. */
export interface Taking {
  /** By the file's columns. */
  columns: (RegisterColumn | null)[];
  /** The file's column that holds the status of rows; -1 where none does. */
  statusAt: number;
  /** The column by which rows are known again; null: all are new. */
  key: RegisterColumn | null;
}

export const STATUS_HEADING = '狀態';

/**
 * Finds the columns that the headings name, each once: by the whole name first, then without what stands in brackets,
 * where that leaves no doubt.
 */
export function proposedMapping(headings: readonly string[], columns: readonly RegisterColumn[]): (string | null)[] {
  const open = new Map(columns.filter(takes).map(({ key, name, nameEn }) => [key, [name, nameEn, key]]));
  open.set(STATUS_KEY, [STATUS_HEADING, STATUS_KEY]);
  const mapping = headings.map((): string | null => null);
  for (const fold of [foldedWord, withoutBrackets]) {
    for (const [at, heading] of headings.entries()) {
      const word = fold(heading);
      if (mapping[at] !== null || word === '') continue;
      const found = [...open].filter(([, names]) => names.some((name) => fold(name) === word));
      if (found.length === 0 || (fold === withoutBrackets && found.length > 1)) continue;
      mapping[at] = found[0]![0];
      open.delete(found[0]![0]);
    }
  }
  return mapping;
}

/** The first column that is mapped and unique: what a file that is read in again is known by. */
export function proposedKey(mapping: Mapping, columns: readonly RegisterColumn[]): string | null {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  return mapping.find((key) => key !== null && key !== STATUS_KEY && byKey.get(key)?.unique) ?? null;
}

/** `columns`: those that the person sees; nothing else can be read in. Throws 400 for what fits neither file nor list. */
export function takingOf(
  columns: readonly RegisterColumn[],
  headings: readonly string[],
  mapping: Mapping,
  key: string | null,
): Taking {
  if (mapping.length !== headings.length) throw wrongField('/mapping', otherWidth(headings.length));
  const byKey = new Map(columns.map((column) => [column.key, column]));
  for (const [at, wanted] of mapping.entries()) {
    if (wanted === null) continue;
    if (wanted !== STATUS_KEY && !byKey.has(wanted)) throw wrongField(`/mapping/${at}`, NO_COLUMN);
    if (wanted !== STATUS_KEY && !takes(byKey.get(wanted)!)) throw wrongField(`/mapping/${at}`, NO_FILES);
    if (mapping.indexOf(wanted) < at) throw wrongField(`/mapping/${at}`, TWICE);
  }
  if (key !== null && (key === STATUS_KEY || !mapping.includes(key))) throw wrongField('/key', NOT_MAPPED);
  return {
    columns: mapping.map((wanted) => (wanted === null || wanted === STATUS_KEY ? null : byKey.get(wanted)!)),
    statusAt: mapping.indexOf(STATUS_KEY),
    key: key === null ? null : byKey.get(key)!,
  };
}

/** The keys of required columns that stay empty, since nothing in the file goes into them. */
export function missingColumns(columns: readonly RegisterColumn[], mapping: Mapping): string[] {
  return columns.filter(({ key, required }) => required && !mapping.includes(key)).map(({ key }) => key);
}

/** A spreadsheet holds what files are called, never the files: those that rows have stay. */
const takes = ({ type }: RegisterColumn) => type !== 'file';

/** As words are compared: full width as half, without spaces, capitals as small letters. */
export function foldedWord(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

function withoutBrackets(text: string): string {
  return foldedWord(text).replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕/g, '');
}

const otherWidth = (width: number) => ({
  zh: `檔案有 ${width} 欄，每一欄都要說明對應到哪裡。`,
  en: `The file has ${width} columns; say for each where it goes.`,
});
const NO_COLUMN = {
  zh: '這份清單沒有這個欄位，或您看不到它。',
  en: 'The list has no such column, or you don’t see it.',
};
const NO_FILES = {
  zh: '這一欄放檔案，匯入不能填；請在清單裡逐筆加入檔案。',
  en: 'This column holds files, which an import can’t bring. Add them in the list, row by row.',
};
const TWICE = { zh: '檔案有兩欄對應到這個欄位。', en: 'Two columns of the file go into this one.' };
const NOT_MAPPED = {
  zh: '用來比對的欄位，要有檔案的一欄對應到它。',
  en: 'The column by which rows are known must be one that the file goes into.',
};
