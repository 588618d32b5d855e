import { type DBSchema, openDB } from 'idb';
import { type Kept } from './kept.rules';
import type { Entry } from './outbox.rules';

interface Schema extends DBSchema {
  outbox: { key: string; value: Entry };
  kept: { key: string; value: Kept };
}

/** What this device holds for its user, opened when first needed; null in a browser that keeps nothing. */
let opening: ReturnType<typeof opened> | null = null;
const database = () => (opening ??= opened());
const opened = () => open().catch(() => null);
/** Where nothing can be kept, the outbox at least lives as long as its page. */
let passing: Entry[] = [];

function open() {
  return openDB<Schema>('convener', 1, {
    upgrade: (db) => {
      db.createObjectStore('outbox', { keyPath: 'id' });
      db.createObjectStore('kept', { keyPath: 'key' });
    },
    // Another tab has a newer version of the app: let it go on.
    blocking: (_from, _to, event) => {
      (event.target as IDBDatabase).close();
      opening = null;
    },
    // A phone takes it away from an app that was long in the background.
    terminated: () => {
      opening = null;
    },
  });
}

/** Changes the outbox in one transaction, so that two tabs can't undo each other, and answers it as it then is. */
export async function changeOutbox(change: (entries: Entry[]) => Entry[]): Promise<Entry[]> {
  const db = await database();
  if (!db) return (passing = change(passing));
  const tx = db.transaction('outbox', 'readwrite');
  const before = await tx.store.getAll();
  const after = change(before);
  const ids = new Set(after.map(({ id }) => id));
  const writes = [
    ...before.filter(({ id }) => !ids.has(id)).map(({ id }) => tx.store.delete(id)),
    ...after.filter((entry) => !before.includes(entry)).map((entry) => tx.store.put(entry)),
  ];
  // At once: a page that is left before each write is answered would lose its last tap.
  tx.commit();
  await Promise.all([...writes, tx.done]);
  return after;
}

/** Whether what waits survives a reload. */
export const isLasting = async () => (await database()) !== null;

export async function keptRows(): Promise<Kept[]> {
  return (await (await database())?.getAll('kept')) ?? [];
}

export async function keepRows(rows: readonly Kept[]): Promise<void> {
  const tx = (await database())?.transaction('kept', 'readwrite');
  if (tx) await Promise.all([...rows.map((row) => tx.store.put(row)), tx.done]);
}

/** Forgets those for which `gone` holds. */
export async function forgetRows(gone: (row: Kept) => boolean): Promise<void> {
  const tx = (await database())?.transaction('kept', 'readwrite');
  if (!tx) return;
  const rows = await tx.store.getAll();
  await Promise.all([...rows.filter(gone).map(({ key }) => tx.store.delete(key)), tx.done]);
}
