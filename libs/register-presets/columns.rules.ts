import type { FieldProblem } from '@convener/kernel';

/**
 * What the cells of a column hold. Money is New Taiwan dollars; a time range is days, days with times, or times alone, as
 * ISO 8601 writes it with a slash; a person is a name, who need not be in the workspace; a row link is a row of another
 * list of the project; files are added by themselves, and their cell holds what they are called.
 */
export const COLUMN_TYPES = [
  'text',
  'number',
  'money',
  'date',
  'time-range',
  'person',
  'e-mail',
  'phone',
  'choice',
  'yes-no',
  'row-link',
  'file',
] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** One of those that a cell of type `choice` can be. */
export interface Choice {
  key: string;
  name: string;
  nameEn: string;
}

/** Whose rows the cells of a column hold. */
export interface ColumnLink {
  /** A list of the same project; null while it has none of the preset. */
  list: string | null;
  /** The ready list that it leads to, wherever that one stands in a project; null where a list was chosen by hand. */
  preset: string | null;
}

export interface RegisterColumn {
  /** Names the cells of a row; never changes. */
  key: string;
  name: string;
  nameEn: string;
  type: ColumnType;
  /** The list is complete only when every row has it. */
  required: boolean;
  /** No two rows have the same. */
  unique: boolean;
  /** Says something of a person: not everybody in the project sees it, and no activity entry repeats it. */
  personal: boolean;
  /** What a number counts, such as 坪: it may be written behind the number. */
  unit: string | null;
  choices: Choice[];
  /** Of row links alone. */
  link?: ColumnLink;
}

/** How keys of columns and choices are written. They become names in JSON. */
export const COLUMN_KEY = /^[a-z][a-zA-Z0-9]{0,39}$/;
/** What files call the status of a row, so that no column can be called it. */
export const STATUS_KEY = 'status';
export const MOST_COLUMNS = 40;
export const MOST_CHOICES = 40;

/** Two amounts that are alike say nothing; two lists of days neither. */
const MAY_BE_UNIQUE: ReadonlySet<ColumnType> = new Set(['text', 'number', 'date', 'person', 'e-mail', 'phone']);
const SUMMED: ReadonlySet<ColumnType> = new Set(['number', 'money']);

/** Whether its cells are added up, and are sorted as numbers. */
export function isSummed({ type }: Pick<RegisterColumn, 'type'>): boolean {
  return SUMMED.has(type);
}

/** What is wrong with the columns of a new list, by JSON pointer. */
export function columnProblems(columns: readonly RegisterColumn[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const tell = (pointer: string, zh: string, en: string) => problems.push({ pointer: `/columns${pointer}`, zh, en });
  for (const [at, { key, name, type, unique, choices, unit, link }] of columns.entries()) {
    const before = columns.slice(0, at);
    if (key in {} || key === STATUS_KEY) tell(`/${at}/key`, '這個欄位代號不能用。', 'This key can’t be used.');
    if (before.some((column) => column.key === key))
      tell(`/${at}/key`, '這個欄位代號重複了。', 'Another column has this key.');
    if (before.some((column) => column.name === name))
      tell(`/${at}/name`, '這個欄位名稱重複了。', 'Another column has this name.');
    if (unique && !MAY_BE_UNIQUE.has(type))
      tell(`/${at}/unique`, '這種欄位不能設為不可重複。', 'A column of this type can’t be unique.');
    if (unit !== null && type !== 'number')
      tell(`/${at}/unit`, '只有數字欄位有單位。', 'Only a column of numbers has a unit.');
    if ((type === 'choice') !== choices.length > 0)
      tell(
        `/${at}/choices`,
        type === 'choice' ? '請列出可以選的項目。' : '只有選項欄位可以列出項目。',
        type === 'choice' ? 'Say what can be chosen.' : 'Only a column of choices has them.',
      );
    if ((type === 'row-link') !== (link !== undefined && (link.list ?? link.preset) !== null))
      tell(
        `/${at}/link`,
        type === 'row-link' ? '請選要連到哪一份清單。' : '只有連到另一份清單的欄位可以這樣設。',
        type === 'row-link' ? 'Say which list its rows are of.' : 'Only a column of row links leads to a list.',
      );
    if (new Set(choices.map((choice) => choice.key)).size < choices.length)
      tell(`/${at}/choices`, '選項代號重複了。', 'Two choices have the same key.');
  }
  return problems;
}

/** The columns as somebody sees them who sees the cells of some. */
export function withMasks(
  columns: readonly RegisterColumn[],
  seen: ReadonlySet<RegisterColumn>,
): (RegisterColumn & { masked: boolean })[] {
  return columns.map((column) => ({ ...column, masked: !seen.has(column) }));
}
