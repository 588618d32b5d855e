import { useMemo, useSyncExternalStore } from 'react';
import type { WorkItem, WorkItemRow } from '../api/types';
import { outboxStore } from './outbox';
import { isWaiting } from './outbox.rules';
import { rowWithWaiting, withWaiting } from './overlay.rules';

/** Everything of the signed-in person that is still on this device, what was refused included. */
export const useOutbox = () => useSyncExternalStore(outboxStore.subscribe, outboxStore.snapshot);

/** What is still to be sent. */
export function useWaiting() {
  const entries = useOutbox();
  return useMemo(() => entries.filter(isWaiting), [entries]);
}

export function useWithWaiting(item: WorkItem | undefined): WorkItem | undefined {
  const entries = useOutbox();
  return useMemo(() => item && withWaiting(item, entries), [item, entries]);
}

export function useRowWithWaiting<Row extends WorkItemRow>(row: Row): Row {
  const entries = useOutbox();
  return useMemo(() => rowWithWaiting(row, entries), [row, entries]);
}
