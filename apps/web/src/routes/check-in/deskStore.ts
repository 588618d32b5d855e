import { type DBSchema, openDB } from 'idb';
import type { DeskRow } from '../../api/types';
import { KEPT_MS } from '../../offline/kept.rules';
import type { DeskState } from './desk.rules';

type Small = Omit<DeskState, 'rows'>;

interface List {
  registerId: string;
  personId: string;
  savedAt: number;
  rows: readonly DeskRow[];
}

interface Schema extends DBSchema {
  desks: { key: string; value: Small };
  lists: { key: string; value: List };
}

let opening: ReturnType<typeof open> | null = null;

function open() {
  return openDB<Schema>('convener-check-in', 1, {
    upgrade: (db) => {
      db.createObjectStore('desks', { keyPath: 'registerId' });
      db.createObjectStore('lists', { keyPath: 'registerId' });
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

/** What this device knows of a desk of this person, for a day; somebody else's is not theirs to see. */
export async function readDesk(registerId: string, personId: string): Promise<DeskState | null> {
  const db = await database();
  const small = await db?.get('desks', registerId);
  if (!small || small.personId !== personId) return null;
  const list = await db?.get('lists', registerId);
  // Where the list is gone, it is asked for anew.
  const fresh = list?.personId === personId && Date.now() - list.savedAt < KEPT_MS;
  return fresh ? { ...small, rows: list.rows } : { ...small, rows: [], seq: null, stamp: null };
}

/** The rows are thousands: they are written only when they have changed. */
export async function writeDesk({ rows, ...small }: DeskState, withRows: boolean): Promise<void> {
  const db = await database();
  if (!db) return;
  const tx = db.transaction(['desks', 'lists'], 'readwrite');
  const { registerId, personId } = small;
  await Promise.all([
    tx.objectStore('desks').put(small),
    withRows ? tx.objectStore('lists').put({ registerId, personId, savedAt: Date.now(), rows }) : null,
    tx.done,
  ]);
}

/** Signed out: names stay on no device. What has not been sent stays for its author. */
export async function forgetLists(): Promise<void> {
  await (await database())?.clear('lists');
}
