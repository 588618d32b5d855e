import type { FieldProblem } from '@convener/kernel';
import { columnProblems, type RegisterColumn } from '@convener/register-presets';

/** What becomes of the columns of a list that people have filled. */
export interface ColumnChanges {
  /** Their cells go with them. */
  removed: RegisterColumn[];
  /** As they become. */
  newlyUnique: RegisterColumn[];
  newlyPersonal: RegisterColumn[];
  /** By the column as it becomes: the choices that it no longer has. */
  lostChoices: { column: RegisterColumn; keys: string[] }[];
}

/** Columns are the same by their key. */
export function columnChanges(before: readonly RegisterColumn[], after: readonly RegisterColumn[]): ColumnChanges {
  const then = new Map(before.map((column) => [column.key, column]));
  const now = new Set(after.map(({ key }) => key));
  const kept = after.flatMap((column) => {
    const was = then.get(column.key);
    return was ? [{ column, was }] : [];
  });
  return {
    removed: before.filter(({ key }) => !now.has(key)),
    newlyUnique: kept.filter(({ column, was }) => column.unique && !was.unique).map(({ column }) => column),
    newlyPersonal: kept.filter(({ column, was }) => column.personal && !was.personal).map(({ column }) => column),
    lostChoices: kept
      .map(({ column, was }) => ({ column, keys: without(was.choices, column.choices) }))
      .filter(({ keys }) => keys.length > 0),
  };
}

/** What is wrong with the columns as they are to become, by JSON pointer, whatever the rows hold. */
export function changeProblems(before: readonly RegisterColumn[], after: readonly RegisterColumn[]): FieldProblem[] {
  const then = new Map(before.map((column) => [column.key, column]));
  const retyped = after.flatMap(({ key, type, link }, at) => {
    const was = then.get(key);
    if (!was) return [];
    if (was.type !== type) return [{ pointer: `/columns/${at}/type`, ...NO_OTHER_TYPE }];
    const led = was.link?.list === link?.list && was.link?.preset === link?.preset;
    return led ? [] : [{ pointer: `/columns/${at}/link`, ...NO_OTHER_LIST }];
  });
  return [...columnProblems(after), ...retyped];
}

/** Columns and choices that go though the standard names them, as `said` of the preset has them. */
export function goneThoughSaid(
  said: Readonly<Record<string, string>>,
  { removed, lostChoices }: ColumnChanges,
  before: readonly RegisterColumn[],
): { name: string; nameEn: string }[] {
  const byKey = new Map(before.map((column) => [column.key, column]));
  const choices = lostChoices.flatMap(({ column: { key }, keys }) =>
    byKey
      .get(key)!
      .choices.filter((choice) => keys.includes(choice.key) && Object.hasOwn(said, `${key}/${choice.key}`)),
  );
  return [...removed.filter(({ key }) => Object.hasOwn(said, key)), ...choices];
}

/** What the activity tells: the columns that differ, as they were and as they become; where none does, their order. */
export function toldChanges(before: readonly RegisterColumn[], after: readonly RegisterColumn[]) {
  const texts = (columns: readonly RegisterColumn[]) => new Set(columns.map((column) => JSON.stringify(column)));
  const [then, now] = [texts(before), texts(after)];
  const changed = {
    before: { columns: before.filter((column) => !now.has(JSON.stringify(column))) },
    after: { columns: after.filter((column) => !then.has(JSON.stringify(column))) },
  };
  if (changed.before.columns.length + changed.after.columns.length > 0) return changed;
  const order = (columns: readonly RegisterColumn[]) => ({ columnOrder: columns.map(({ key }) => key) });
  return { before: order(before), after: order(after) };
}

function without(before: readonly { key: string }[], after: readonly { key: string }[]): string[] {
  const left = new Set(after.map(({ key }) => key));
  return before.map(({ key }) => key).filter((key) => !left.has(key));
}

const NO_OTHER_LIST = {
  zh: '連到的清單不能改，因為已填的是那份清單的資料。請新增一欄。',
  en: 'A column can’t lead to another list, since its cells are rows of this one. Add a column.',
};
const NO_OTHER_TYPE = {
  zh: '欄位的種類不能改，因為已填的內容是照原來的種類存的。請新增一欄，再把資料貼過去。',
  en: 'The type of a column can’t change, since its cells are kept by it. Add a column, and paste the cells there.',
};
