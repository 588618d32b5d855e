import type { MyWork } from '../api/types';
import type { Change, Entry } from './outbox.rules';

/** What the server says of a row that matters for finishing it. */
export type Finishable = Pick<
  MyWork,
  'id' | 'status' | 'version' | 'next' | 'waitingFor' | 'waitingKind' | 'followUpDay'
>;

/** The one tap that finishes it; null where one tap does not. */
export function finishOf({ id, status, version, next }: Finishable): Change | null {
  const part = next?.part;
  if (next?.how === 'finish') return { kind: 'status', id, body: { status: 'done' }, seen: [status], version };
  if (!part) return null;
  const { id: partId, version: seenVersion } = part;
  if (next.how === 'tick')
    return { kind: 'check', id: partId, to: 'ticked', seen: [part.status as 'open'], version: seenVersion };
  if (next.how === 'deliver')
    return { kind: 'submit', id: partId, delivers: true, seen: [part.status as 'open'], version: seenVersion };
  return null;
}

/** What takes that tap back once it may have arrived; null for a delivery, which only the server takes back. */
export function unfinishOf(row: Finishable): Change | null {
  const done = finishOf(row);
  if (done?.kind === 'check') return { ...done, to: 'open', seen: ['ticked'] };
  if (done?.kind !== 'status') return null;
  const { status, waitingFor, waitingKind, followUpDay } = row;
  const body =
    status === 'waiting' && waitingFor !== null
      ? { status, waitingFor, waitingKind: waitingKind ?? undefined, followUpDay }
      : { status };
  return { ...done, body, seen: ['done'] };
}

/** The tap that waits here to finish it. */
export function finishingEntry(row: Finishable, entries: readonly Entry[]): Entry | null {
  const aim = finishOf(row);
  if (!aim) return null;
  const last = entries.filter(({ change }) => change.kind === aim.kind && change.id === aim.id).at(-1);
  return last && last.refusal === null && sameAim(last.change, aim) ? last : null;
}

function sameAim(one: Change, other: Change): boolean {
  if (one.kind === 'check') return other.kind === 'check' && one.to === other.to;
  if (one.kind === 'status') return other.kind === 'status' && one.body.status === other.body.status;
  return true;
}

/** Whether what was tapped to finish it was refused: then it is not done, whatever the page shows. */
export function wasRefused(row: Finishable, entries: readonly Entry[]): boolean {
  const aim = finishOf(row);
  return entries.some(
    ({ change, refusal }) =>
      aim !== null && refusal !== null && change.kind === aim.kind && change.id === aim.id && sameAim(change, aim),
  );
}
