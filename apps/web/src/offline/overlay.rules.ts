import type { Check, Deliverable, WorkItem, WorkItemRow } from '../api/types';
import { type Entry, isWaiting, type StatusBody } from './outbox.rules';

/** A work item as its reader has left it: what waits to be sent laid over what the server last said. */
export function withWaiting(item: WorkItem, entries: readonly Entry[]): WorkItem {
  return entries.filter((entry) => entry.itemId === item.id && isWaiting(entry)).reduce(laidOver, item);
}

/** The same for its line in a list. */
export function rowWithWaiting<Row extends WorkItemRow>(row: Row, entries: readonly Entry[]): Row {
  const bodies = entries.flatMap(({ itemId, refusal, change }) =>
    itemId === row.id && refusal === null && change.kind === 'status' ? [change.body] : [],
  );
  return bodies.reduce((shown, body) => ({ ...shown, ...statusFields(body) }), row);
}

function laidOver(item: WorkItem, { change }: Entry): WorkItem {
  if (change.kind === 'status') return { ...item, ...statusFields(change.body) };
  if (change.kind === 'check') {
    return { ...item, checkList: item.checkList.map((one) => (one.id === change.id ? decided(one, change.to) : one)) };
  }
  const status = change.delivers ? 'delivered' : 'submitted';
  const handedIn = (one: Deliverable): Deliverable =>
    one.id === change.id ? { ...one, status, reason: null, overdue: false, may: [] } : one;
  return { ...item, deliverableList: item.deliverableList.map(handedIn) };
}

/** Nobody's name and no time yet: those the server gives. */
const decided = (check: Check, state: Check['state']): Check => ({
  ...check,
  state,
  reason: null,
  decidedBy: null,
  decidedAt: null,
});

const statusFields = ({ status, waitingFor, waitingKind, followUpDay }: StatusBody) => ({
  status,
  waitingFor: waitingFor ?? null,
  waitingKind: waitingKind ?? null,
  followUpDay: followUpDay ?? null,
});
