import { type DBSchema, openDB } from 'idb';
import type { DeskRow } from '../../api/types';
import { KEPT_MS } from '../../offline/kept.rules';
import type { DeskState } from './desk.rules';

/** A desk without its list. */
export type SmallDesk = Omit<DeskState, 'rows'>;

interface List {
  registerId: string;
  personId: string;
  savedAt: number;
  rows: readonly DeskRow[];
}

/** Devices are shared: of one list, each person who works here has a desk of their own. */
type Key = [registerId: string, personId: string];
const KEY = { keyPath: ['registerId', 'personId'] };

interface Schema extends DBSchema {
  desks: { key: Key; value: SmallDesk };
  lists: { key: Key; value: List };
}

let opening: ReturnType<typeof open> | null = null;

function open() {
  return openDB<Schema>('convener-check-in', 2, {
    upgrade: async (db, from, _to, tx) => {
      // Version 1 had one desk a list, but said whose it was: what waits there stays its author's.
      const desks = from === 1 ? await tx.objectStore('desks').getAll() : [];
      const lists = from === 1 ? await tx.objectStore('lists').getAll() : [];
      for (const name of db.objectStoreNames) db.deleteObjectStore(name);
      const [newDesks, newLists] = [db.createObjectStore('desks', KEY), db.createObjectStore('lists', KEY)];
      await Promise.all([...desks.map((one) => newDesks.put(one)), ...lists.map((one) => newLists.put(one))]);
    },
    blocking: (_from, _to, event) => {
      (event.target as IDBDatabase).close();
      opening = null;
    },
    terminated: () => {
      opening = null;
    },
  });
}

/** Null in a browser that keeps nothing: the desk then lives as long as its page. */
const database = () => (opening ??= open()).catch(() => null);

/** What this device knows of a desk of this person, its list for a day. */
export async function readDesk(registerId: string, personId: string): Promise<DeskState | null> {
  const db = await database();
  const small = await db?.get('desks', [registerId, personId]);
  if (!small) return null;
  const list = await db?.get('lists', [registerId, personId]);
  // Where the list is gone, it is asked for anew.
  const fresh = list !== undefined && Date.now() - list.savedAt < KEPT_MS;
  return fresh ? { ...small, rows: list.rows } : { ...small, rows: [], seq: null, stamp: null };
}

/** The rows are thousands: they are written only when they have changed. */
export async function writeDesk({ rows, ...small }: DeskState, withRows: boolean): Promise<void> {
  const db = await database();
  if (!db) return;
  const tx = db.transaction(['desks', 'lists'], 'readwrite');
  const { registerId, personId } = small;
  const writes = [
    tx.objectStore('desks').put(small),
    withRows ? tx.objectStore('lists').put({ registerId, personId, savedAt: Date.now(), rows }) : null,
  ];
  // At once: a page that is left before each write is answered would lose its last guest.
  tx.commit();
  await Promise.all([...writes, tx.done]);
}

/** All desks of a person on this device. */
export async function desksOf(personId: string): Promise<SmallDesk[]> {
  const all = (await (await database())?.getAll('desks')) ?? [];
  return all.filter((desk) => desk.personId === personId);
}

/** Changes them in one transaction; null forgets one. */
export async function changeDesks(personId: string, how: (desk: SmallDesk) => SmallDesk | null): Promise<void> {
  const tx = (await database())?.transaction('desks', 'readwrite');
  if (!tx) return;
  const own = (await tx.store.getAll()).filter((desk) => desk.personId === personId);
  const changes = own.map((desk) => {
    const after = how(desk);
    return after ? tx.store.put(after) : tx.store.delete([desk.registerId, desk.personId]);
  });
  await Promise.all([...changes, tx.done]);
}

/** Signed out: names stay on no device. What has not been sent stays for its author. */
export async function forgetLists(): Promise<void> {
  await (await database())?.clear('lists');
}
