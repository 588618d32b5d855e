import { useMemo, useSyncExternalStore } from 'react';
import type { WorkItem, WorkItemRow } from '../api/types';
import { outboxStore } from './outbox';
import { type Change, type Entry, isWaiting } from './outbox.rules';
import { rowWithWaiting, withWaiting } from './overlay.rules';

type Which = (entry: Entry) => boolean;

/**
 * What is still on this device of the signed-in person, what was refused included. Compared as text: IndexedDB hands
 * out new objects at every look, and on a slow phone a tick must not draw anything anew but its own row.
 */
export function useOutbox(which: Which = () => true): readonly Entry[] {
  const text = useSyncExternalStore(outboxStore.subscribe, () => JSON.stringify(outboxStore.snapshot().filter(which)));
  return useMemo(() => JSON.parse(text) as Entry[], [text]);
}

/** What is still to be sent. */
export const useWaiting = (which: Which = () => true) => useOutbox((entry) => isWaiting(entry) && which(entry));

/** The item as its reader left it, in what `kind` of change alters; each panel asks for its own. */
export function useWithWaiting(item: WorkItem, kind: Change['kind']): WorkItem {
  const entries = useWaiting((entry) => entry.itemId === item.id && entry.change.kind === kind);
  return useMemo(() => withWaiting(item, entries), [item, entries]);
}

export function useRowWithWaiting<Row extends WorkItemRow>(row: Row): Row {
  const entries = useWaiting((entry) => entry.itemId === row.id);
  return useMemo(() => rowWithWaiting(row, entries), [row, entries]);
}
