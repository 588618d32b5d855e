import { type Actor, can } from '@convener/access';
import { conflict } from '@convener/kernel';
import { plainRows, readAll } from '@convener/platform';
import { lockClause } from '@convener/projects';
import { presetOf, type RegisterColumn } from '@convener/register-presets';
import type { EntityManager } from 'typeorm';
import { cellOf } from './cell-sql';
import type { ReadLink } from './cells.rules';
import type { Cells } from './cells-of-row.rules';
import { LinkBook, namingColumn } from './link-book.rules';
import { Register } from './register.entity';
import { RegisterRow } from './register-row.entity';
import { seenColumns } from './register-scope';

/** A list that a column leads to, as somebody sees it. */
export interface LinkedList {
  list: Register;
  columns: RegisterColumn[];
  /** By which its rows are called; null where its reader sees no words of it. */
  naming: RegisterColumn | null;
}

/** By the key of the column that leads there. */
export type LinkedLists = ReadonlyMap<string, LinkedList>;

/** The lists that the columns lead to, as far as somebody may read them. */
export async function linkedLists(
  em: EntityManager,
  actor: Actor,
  columns: readonly RegisterColumn[],
): Promise<LinkedLists> {
  const led = columns.filter(leads);
  if (led.length === 0) return new Map();
  const found = await readAll(em, Register, 'WHERE t.id IN ?*', [led.map(({ link }) => link!.list)]);
  const byId = new Map(found.filter((list) => can(actor, 'registers.read', list)).map((list) => [list.id, list]));
  return new Map(
    led.flatMap(({ key, link }) => {
      const list = byId.get(link!.list!);
      const seen = list ? seenColumns(actor, list) : [];
      return list ? [[key, { list, columns: seen, naming: namingColumn(seen) }] as const] : [];
    }),
  );
}

/** The columns whose cells somebody sees: whoever may not read a list sees nothing of what leads there. */
export async function seenWithLinks(
  em: EntityManager,
  actor: Actor,
  register: Register,
): Promise<{ columns: RegisterColumn[]; links: LinkedLists }> {
  const seen = seenColumns(actor, register);
  const links = await linkedLists(em, actor, seen);
  return { columns: seen.filter((column) => !leads(column) || links.has(column.key)), links };
}

/** What the rows that others link to are called, by column, then by id. Those without a name are called nothing. */
export async function linkedNames(
  em: EntityManager,
  links: LinkedLists,
  rows: readonly { cells: Cells }[],
): Promise<(cells: Cells) => Record<string, string>> {
  const names = new Map<string, ReadonlyMap<string, string | null>>();
  const sql = `SELECT t.id, ${cellOf(em)} AS "name" FROM register_rows t WHERE t.id IN ?*`;
  for (const [key, { naming }] of links) {
    const ids = [...new Set(rows.flatMap(({ cells }) => (Object.hasOwn(cells, key) ? [String(cells[key])] : [])))];
    type Named = { id: string; name: string | null };
    const found = naming && ids.length > 0 ? await plainRows<Named>(em, sql, [naming.key, ids]) : [];
    names.set(key, new Map(found.map(({ id, name }) => [id, name])));
  }
  return (cells) =>
    Object.fromEntries(
      [...names].flatMap(([key, byId]) =>
        Object.hasOwn(cells, key) ? [[key, byId.get(String(cells[key])) ?? ''] as const] : [],
      ),
    );
}

/** All that is needed to read and write the link cells of these columns. */
export async function linkBooks(em: EntityManager, links: LinkedLists): Promise<ReadonlyMap<string, LinkBook>> {
  const books = new Map<string, LinkBook>();
  for (const [key, { list, columns }] of links) {
    const rows = await readAll(em, RegisterRow, 'WHERE t.register_id = ? ORDER BY t.position', [list.id]);
    books.set(key, new LinkBook({ ...list, columns }, rows));
  }
  return books;
}

export function linkReader(books: ReadonlyMap<string, LinkBook>): ReadLink {
  return (column, text) => {
    const book = books.get(column.key);
    if (book) return book.read(text);
    const preset = presetOf(column.link?.preset ?? '');
    return { wrong: preset ? noListYet(preset) : NO_LIST };
  };
}

/**
 * Keeps the rows that link cells come to hold until the transaction ends. Throws conflict where one has gone meanwhile.
 */
export async function holdLinked(
  em: EntityManager,
  columns: readonly RegisterColumn[],
  changed: readonly { before: Cells; after: Cells }[],
): Promise<void> {
  const keys = columns.filter(({ type }) => type === 'row-link').map(({ key }) => key);
  const ids = new Set(
    changed.flatMap(({ before, after }) =>
      keys.flatMap((key) => (Object.hasOwn(after, key) && after[key] !== before[key] ? [String(after[key])] : [])),
    ),
  );
  if (ids.size === 0) return;
  const held = await readAll(em, RegisterRow, `WHERE t.id IN ?* ORDER BY t.id${lockClause(em, 'read')}`, [[...ids]]);
  if (held.length < ids.size)
    throw conflict('linked-row-gone', {
      zh: '要連到的資料剛剛被刪除了，請重新選一次。',
      en: 'The row to link to has just been deleted. Choose again.',
    });
}

const leads = ({ link }: RegisterColumn) => (link?.list ?? null) !== null;
const noListYet = ({ name, nameEn }: { name: string; nameEn: string }) => ({
  zh: `這一欄連到「${name}」，請先在這個專案新增那份清單。`,
  en: `This column leads to the list "${nameEn}". Add that list to the project first.`,
});
const NO_LIST = { zh: '看不到這一欄連到的清單。', en: 'You don’t see the list that this column leads to.' };
