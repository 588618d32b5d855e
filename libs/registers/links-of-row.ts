import { plainRows, readAll } from '@convener/platform';
import type { RegisterColumn } from '@convener/register-presets';
import type { EntityManager } from 'typeorm';
import { cellIs, cellOf } from './cell-sql';
import { type Cells, type GivenCells, readCells } from './cells-of-row.rules';
import { readCell, type ReadLink } from './cells.rules';
import { callsBy, LinkBook, type LinkedRow } from './link-book.rules';
import { type LinkedList, type LinkedLists, linkReader } from './linked-lists';
import { RegisterRow } from './register-row.entity';

/** What the link cells of one row are read by: of each list only the rows that may be meant. */
export async function linkReaderOf(
  em: EntityManager,
  links: LinkedLists,
  columns: readonly RegisterColumn[],
  given: GivenCells,
): Promise<ReadLink> {
  const books = new Map<string, LinkBook>();
  for (const [key, text] of linkTexts(columns, given)) {
    const linked = links.get(key);
    if (!linked) continue;
    books.set(key, new LinkBook({ ...linked.list, columns: linked.columns }, await rowsMeant(em, linked, text)));
  }
  return linkReader(books);
}

/** By column. What can't be read anyway asks no database: it may hold what none takes. */
function linkTexts(columns: readonly RegisterColumn[], given: GivenCells): Map<string, string> {
  const texts = new Map<string, string>();
  readCells(columns, given, {}, ({ key }, text) => {
    texts.set(key, text);
    return { value: text };
  });
  return texts;
}

/** Pages send ids, which are found at once; for a name the names of the list are read, and nothing else of it. */
async function rowsMeant(em: EntityManager, { list, columns, naming }: LinkedList, text: string): Promise<LinkedRow[]> {
  type Named = { id: string; name: string | null };
  const byId = await plainRows<Named>(em, BY_ID, [list.id, text]);
  if (byId.length > 0) return byId.map(({ id }) => ({ id, cells: {} }));
  const rows = new Map<string, Cells>();
  if (naming) {
    const isMeant = callsBy(text);
    const sql = `SELECT t.id, ${cellOf(em)} AS "name" FROM register_rows t WHERE t.register_id = ?`;
    for (const { id, name } of await plainRows<Named>(em, sql, [naming.key, list.id]))
      if (name !== null && isMeant(name)) rows.set(id, { [naming.key]: name });
  }
  for (const { id, cells } of await rowsWithUnique(em, list.id, columns, text)) rows.set(id, cells);
  return [...rows].map(([id, cells]) => ({ id, cells }));
}

const BY_ID = 'SELECT t.id FROM register_rows t WHERE t.register_id = ? AND t.id = ?';

async function rowsWithUnique(
  em: EntityManager,
  listId: string,
  columns: readonly RegisterColumn[],
  text: string,
): Promise<RegisterRow[]> {
  const wanted = columns.flatMap((column) => {
    const read = column.unique ? readCell(column, text) : { value: null };
    return 'value' in read && read.value !== null ? [[column.key, String(read.value)]] : [];
  });
  if (wanted.length === 0) return [];
  const alike = wanted.map(() => cellIs(em)).join(' OR ');
  return readAll(em, RegisterRow, `WHERE t.register_id = ? AND (${alike})`, [listId, ...wanted.flat()]);
}
