import { type Actor, can } from '@convener/access';
import { type Bilingual, conflict, type FieldProblem } from '@convener/kernel';
import { readAll } from '@convener/platform';
import { changeRow, lockRow, wrongAnswers } from '@convener/projects';
import { type ColumnLink, presetOf, type RegisterColumn } from '@convener/register-presets';
import type { EntityManager } from 'typeorm';
import { cellsAmong } from './column-cells';
import { Register } from './register.entity';

/** What leads to a list: columns of other lists. The transaction holds the project. */

type Owner = Pick<Register, 'id' | 'projectId'>;

/** The columns with each link led to its list, as far as there is one. Throws 400 where one leads to nothing of the project. */
export async function ledColumns(
  em: EntityManager,
  actor: Actor,
  { id, projectId }: Owner,
  columns: readonly RegisterColumn[],
): Promise<RegisterColumn[]> {
  if (!columns.some(({ link }) => link)) return [...columns];
  const lists = await readAll(em, Register, 'WHERE t.project_id = ? AND t.id <> ? ORDER BY t.id', [projectId, id]);
  const open = lists.filter((list) => can(actor, 'registers.read', list));
  const problems: FieldProblem[] = [];
  const led = columns.map((column, at): RegisterColumn => {
    const { link } = column;
    if (!link) return column;
    const found = open.find((list) => (link.list === null ? list.presetKey === link.preset : list.id === link.list));
    const known = link.preset === null || presetOf(link.preset) !== null;
    if (!known || (link.list !== null && !found)) problems.push({ pointer: `/columns/${at}/link`, ...NO_LIST });
    return { ...column, link: { list: found?.id ?? null, preset: link.preset } };
  });
  if (problems.length > 0) throw wrongAnswers(problems);
  return led;
}

/** Columns that have waited for a list of this preset lead to it from now on. */
export async function leadHere(em: EntityManager, register: Register): Promise<void> {
  if (register.presetKey === null) return;
  const waits = ({ list, preset }: ColumnLink) => list === null && preset === register.presetKey;
  await relink(em, register, waits, register.id);
}

/** Nothing leads to a list that goes. Columns of a preset wait for another; those that somebody made keep it here (409). */
export async function leadNoMoreHere(em: EntityManager, register: Register): Promise<void> {
  const own = (await leadingTo(em, register)).filter(({ column }) => column.link!.preset === null);
  if (own.length > 0)
    throw conflict('list-linked', {
      zh: `別的清單有欄位連到這一份：${own.map(({ list, column }) => `「${list.name}」的「${column.name}」`).join('、')}。請先移除那些欄位。`,
      en: `Columns of other lists lead here: ${own.map(({ list, column }) => `${column.nameEn} of "${list.nameEn ?? list.name}"`).join(', ')}. Remove them first.`,
    });
  await relink(em, register, ({ list }) => list === register.id, null);
}

/** Throws conflict (409) with the lists that link to a row, which would be left with nothing. */
export async function requireUnlinked(em: EntityManager, register: Register, rowId: string): Promise<void> {
  const found: { text: Bilingual; rows: number }[] = [];
  for (const { list, column } of await leadingTo(em, register)) {
    const rows = await cellsAmong(em, list.id, column.key, [rowId]);
    const en = `${column.nameEn} of "${list.nameEn ?? list.name}"`;
    if (rows > 0) found.push({ text: { zh: `「${list.name}」的「${column.name}」`, en }, rows });
  }
  if (found.length === 0) return;
  throw conflict('row-linked', {
    zh: `還有資料連到這一筆：${found.map(({ text, rows }) => `${text.zh} ${rows} 筆`).join('、')}。請先改掉或清空那些，或把這一筆設為不採用。`,
    en: `Rows of other lists link to this one: ${found.map(({ text, rows }) => `${text.en} (${rows})`).join(', ')}. Change or empty them first, or drop this row.`,
  });
}

async function leadingTo(em: EntityManager, { id, projectId }: Owner) {
  const where = 'WHERE t.project_id = ? AND t.columns LIKE ? ORDER BY t.id';
  const lists = await readAll(em, Register, where, [projectId, `%"list":"${id}"%`]);
  return lists.flatMap((list) =>
    list.columns.filter(({ link }) => link?.list === id).map((column) => ({ list, column })),
  );
}

async function relink(
  em: EntityManager,
  { projectId, id }: Owner,
  which: (link: ColumnLink) => boolean,
  to: string | null,
): Promise<void> {
  const where = `WHERE t.project_id = ? AND t.id <> ? AND t.columns LIKE '%"link":{%' ORDER BY t.id`;
  const lists = await readAll(em, Register, where, [projectId, id]);
  for (const { id: listId } of lists.filter(({ columns }) => columns.some(({ link }) => link && which(link)))) {
    const list = await lockRow(em, Register, listId, 'write');
    if (!list) continue;
    const columns = list.columns.map((column) =>
      column.link && which(column.link) ? { ...column, link: { ...column.link, list: to } } : column,
    );
    await changeRow(em, Register, list, { columns });
  }
}

const NO_LIST = {
  zh: '這個專案沒有這份清單，或是它自己。',
  en: 'The project has no such list, or it is this one itself.',
};
