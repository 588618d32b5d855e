import type { FieldProblem } from '@convener/kernel';
import type { ColumnType, RegisterColumn } from '@convener/register-presets';
import type { GivenCells } from '@convener/registers';

/** What a desk needs to know of a registration. All but the name may be missing in a list. */
export const FIELDS = [
  'name',
  'number',
  'organisation',
  'kind',
  'fee',
  'paid',
  'receipt',
  'way',
  'consentVersion',
  'consentDay',
] as const;
export type Field = (typeof FIELDS)[number];

/** Keys of columns, by what they are used for. */
export type Fields = Partial<Record<Field, string>>;

const TYPES: Record<Field, readonly ColumnType[]> = {
  name: ['person', 'text'],
  number: ['text', 'number'],
  organisation: ['text'],
  kind: ['choice', 'text'],
  fee: ['money'],
  paid: ['yes-no'],
  receipt: ['text'],
  way: ['choice'],
  consentVersion: ['text'],
  consentDay: ['date'],
};

export function suits(field: Field, { type, unique }: Pick<RegisterColumn, 'type' | 'unique'>): boolean {
  return TYPES[field].includes(type) && (field !== 'number' || unique);
}

/**
 * Those of the chosen columns that the list still has: one that was removed since must not turn away every guest who comes
 * or pays. Without the one of names, the next that holds names.
 */
export function standingFields(columns: readonly RegisterColumn[], chosen: Fields): Fields {
  const stands = ([field, key]: [string, string]) =>
    columns.some((column) => column.key === key && TYPES[field as Field].includes(column.type));
  const fields: Fields = Object.fromEntries(Object.entries(chosen).filter(stands));
  if (fields.name !== undefined) return fields;
  const taken = new Set(Object.values(fields));
  const { name } = proposedFields(columns.filter(({ key }) => !taken.has(key)));
  return name === undefined ? fields : { ...fields, name };
}

/** How desks number walk-ins. A column of numbers can't hold it; there the cell stays empty instead. */
const DESK_NUMBER = /^W[A-Z]{1,3}\d{3,}$/;

/** What a desk says of a walk-in, without a number that the list can't hold. */
export function withoutUnfitNumber(
  columns: readonly RegisterColumn[],
  { number }: Fields,
  cells: GivenCells,
): GivenCells {
  const column = columns.find(({ key }) => key === number);
  if (!column || column.type === 'text' || !DESK_NUMBER.test(String(cells[column.key] ?? ''))) return cells;
  return { ...cells, [column.key]: null };
}

/**
 * The columns that the ready list of registrations uses for it, where this one has them; of a list of somebody's own the
 * first of people, and the first that is never the same twice.
 */
export function proposedFields(columns: readonly RegisterColumn[]): Fields {
  const fields: Fields = {};
  for (const field of FIELDS) {
    const column = columns.find(({ key }) => key === field);
    if (column && suits(field, column)) fields[field] = column.key;
  }
  fields.name ??= (columns.find(({ type }) => type === 'person') ?? columns.find(({ type }) => type === 'text'))?.key;
  fields.number ??= columns.find((column) => suits('number', column) && column.key !== fields.name)?.key;
  return Object.fromEntries(Object.entries(fields).filter(([, key]) => key !== undefined));
}

/** What is wrong with columns that somebody chose, by JSON pointer. */
export function fieldProblems(columns: readonly RegisterColumn[], fields: Fields): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (fields.name === undefined) problems.push({ pointer: '/fields/name', ...NAMELESS });
  const taken = new Set<string>();
  for (const field of FIELDS) {
    const key = fields[field];
    if (key === undefined) continue;
    const column = columns.find((one) => one.key === key);
    if (!column) problems.push({ pointer: `/fields/${field}`, ...NO_COLUMN });
    else if (!suits(field, column)) problems.push({ pointer: `/fields/${field}`, ...UNFIT });
    else if (taken.has(key)) problems.push({ pointer: `/fields/${field}`, ...TWICE });
    taken.add(key);
  }
  return problems;
}

/** What a walk-in is called in the list, where the column knows it. */
export function onSiteWord(columns: readonly RegisterColumn[], { way }: Fields): string | null {
  const choices = columns.find(({ key }) => key === way)?.choices ?? [];
  return choices.some(({ key }) => key === 'onSite') ? 'onSite' : null;
}

const NAMELESS = { zh: '請選擇姓名在哪一欄。', en: 'Say which column holds the name.' };
const NO_COLUMN = { zh: '這份清單沒有這個欄位。', en: 'The list has no such column.' };
const UNFIT = { zh: '這個欄位的種類不合。', en: 'A column of this type can’t be used for it.' };
const TWICE = { zh: '這個欄位已經另有用途。', en: 'This column is used for something else already.' };
