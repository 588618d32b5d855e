import type { Check, Deliverable, WorkItem, WorkItemStatus } from '../api/types';

/** What can be done without the server: a tap of staff in a hall, never a decision over other people's work. */
export type Change =
  | { kind: 'check'; id: string; to: 'ticked' | 'open'; seen: Check['state'][]; version: number }
  | {
      kind: 'submit';
      id: string;
      note?: string;
      link?: string;
      /** Nobody accepts it: handing in delivers. */
      delivers: boolean;
      seen: Deliverable['status'][];
      version: number;
    }
  | { kind: 'status'; id: string; body: StatusBody; seen: WorkItemStatus[]; version: number };

export interface StatusBody {
  status: WorkItemStatus;
  waitingFor?: string;
  waitingKind?: WorkItem['waitingKind'] & string;
  followUpDay?: string | null;
}

/** Why something was not done, and how the thing stands instead. */
export interface Refusal {
  status: number;
  zh: string;
  en: string;
  now: { state: string; by: string | null } | null;
}

/** Something that its author did and that the server may not have yet. */
export interface Entry {
  /** Also its Idempotency-Key: however often it is sent, it is done once. */
  id: string;
  personId: string;
  projectId: string;
  itemId: string;
  title: { zh: string; en: string | null };
  change: Change;
  at: number;
  seq: number;
  /** How often it was put on the wire: after the first time the server may have it. */
  tries: number;
  notBefore: number;
  refusal: Refusal | null;
}

export type NewEntry = Omit<Entry, 'seq' | 'tries' | 'notBefore' | 'refusal'>;

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 5 * 60_000;
/** So often it follows others' edits of the same thing without a pause. */
const MOST_AT_ONCE = 5;

const isOf = (entry: Entry, { kind, id }: Change) => entry.change.kind === kind && entry.change.id === id;
const inOrder = (entries: readonly Entry[]) => [...entries].sort((a, b) => a.seq - b.seq);

/** Still to be sent: not refused. */
export const isWaiting = (entry: Entry) => entry.refusal === null;
export const waitingFor = (entries: readonly Entry[], personId: string) =>
  inOrder(entries).filter((entry) => entry.personId === personId && isWaiting(entry));

/** Nothing of it has left this device, so that it can be taken back without a trace. */
export const isUntouched = (entry: Entry) => entry.tries === 0 && isWaiting(entry);

/** What the author wanted, in the word that the server uses for it. */
const aimOf = (change: Change): string => {
  if (change.kind === 'check') return change.to;
  if (change.kind === 'status') return change.body.status;
  return change.delivers ? 'delivered' : 'submitted';
};

/**
 * The outbox with one more change. The opposite of one that has not left yet takes it away; another choice replaces it;
 * doing something anew settles what was refused before.
 */
export function queued(entries: readonly Entry[], given: NewEntry): Entry[] {
  const { change, personId } = given;
  const rest = entries.filter((entry) => isWaiting(entry) || entry.personId !== personId || !isOf(entry, change));
  const mine = rest.filter((entry) => entry.personId === personId);
  const before = mine.find((entry) => isOf(entry, change) && isUntouched(entry));
  if (!before) {
    const seq = Math.max(0, ...entries.map((entry) => entry.seq)) + 1;
    const follows = mine.some((entry) => entry.itemId === given.itemId && isWaiting(entry));
    return [
      ...rest,
      { ...given, change: follows ? afterOwn(change) : change, seq, tries: 0, notBefore: 0, refusal: null },
    ];
  }
  if (goesBack(change, before.change)) return rest.filter((entry) => entry !== before);
  const { seen, version } = before.change;
  return rest.map((entry) => (entry === before ? { ...entry, change: { ...change, seen, version } as Change } : entry));
}

/** It wants no more than what stood there before the one that waits. */
const goesBack = (change: Change, waiting: Change) =>
  (waiting.seen as string[])[0] === aimOf(change) &&
  (change.kind !== 'status' || Object.keys(change.body).length === 1);

/** One's own ticks that go ahead begin the work; that is nobody else's change. */
const afterOwn = (change: Change): Change =>
  change.kind === 'status' ? { ...change, seen: [...change.seen, 'doing'] } : change;

/** Whether it can be taken back here: before it left; or a tick, by its opposite. "Not applicable" has none. */
export const mayUndo = (entry: Entry) =>
  isUntouched(entry) ||
  (isWaiting(entry) && entry.change.kind === 'check' && !entry.change.seen.includes('not-applicable'));

/** The outbox without a change: nothing is sent of one that has not left; one that may have arrived is followed by its opposite. */
export function undone(entries: readonly Entry[], id: string, anew: { id: string; at: number }): Entry[] {
  const entry = entries.find((one) => one.id === id);
  if (!entry || !mayUndo(entry)) return [...entries];
  if (isUntouched(entry)) return entries.filter((one) => one !== entry);
  const { change } = entry;
  if (change.kind !== 'check') return [...entries];
  const back: Change = { ...change, to: change.to === 'ticked' ? 'open' : 'ticked', seen: [change.to] };
  return queued(entries, { ...entry, ...anew, change: back });
}

/** The next to send: in their order for each work item; one that waits for its next try holds up its own item only. */
export function nextToSend(entries: readonly Entry[], personId: string, now: number): Entry | null {
  const held = new Set<string>();
  for (const entry of waitingFor(entries, personId)) {
    if (held.has(entry.itemId)) continue;
    if (entry.notBefore <= now) return entry;
    held.add(entry.itemId);
  }
  return null;
}

/** When to look again; null where nothing waits. */
export function wakeAt(entries: readonly Entry[], personId: string): number | null {
  const times = waitingFor(entries, personId).map((entry) => entry.notBefore);
  return times.length > 0 ? Math.min(...times) : null;
}

export interface Request {
  method: 'POST' | 'PATCH';
  path: string;
  body: object;
  version: number;
}

export function requestOf({ change }: Entry): Request {
  const { id, version } = change;
  if (change.kind === 'check') {
    const verb = change.to === 'ticked' ? 'tick' : 'untick';
    return { method: 'POST', path: `/api/checks/${id}/${verb}`, body: {}, version };
  }
  if (change.kind === 'status') return { method: 'PATCH', path: `/api/work-items/${id}`, body: change.body, version };
  const { note, link } = change;
  return { method: 'POST', path: `/api/deliverables/${id}/submit`, body: { note, link }, version };
}

/** What came back: the thing, or a problem document. Status 0: nothing came. */
export interface Answer {
  status: number;
  body: Record<string, unknown> | null;
}

export type Meaning =
  | { is: 'sent' }
  | { is: 'signed-out' }
  | { is: 'again'; version: number }
  | { is: 'later'; notBefore: number }
  | { is: 'refused'; refusal: Refusal };

/**
 * What an answer means. Somebody else's change is never undone silently: only where the very state that the author saw
 * still stands (another field was edited) is it sent again, over the version that the answer named.
 */
export function meaningOf(entry: Entry, { status, body }: Answer, now: number): Meaning {
  if (status >= 200 && status < 300) return { is: 'sent' };
  if (status === 401) return { is: 'signed-out' };
  if (isPassing(status, body)) return later(entry, body, now);
  const current = status === 412 ? (body?.current as Current | undefined) : undefined;
  if (current) {
    if (isThere(entry.change, current)) return { is: 'sent' };
    if (standsAsSeen(entry.change, current))
      return entry.tries <= MOST_AT_ONCE ? { is: 'again', version: current.version } : later(entry, body, now);
  }
  return { is: 'refused', refusal: refusalOf(status, body, current) };
}

type Named = { name: string } | null | undefined;
interface Current {
  version: number;
  state?: string;
  status?: string;
  decidedBy?: Named;
  submittedBy?: Named;
  settledBy?: Named;
  doneBy?: Named;
}

const stateOf = ({ state, status }: Current) => state ?? status ?? '';

/** What the author wanted is so already, with nothing of theirs lost. */
function isThere(change: Change, current: Current): boolean {
  if (change.kind === 'submit' && (change.note ?? change.link)) return false;
  if (change.kind !== 'status') return stateOf(current) === aimOf(change);
  const fields = current as unknown as Record<string, unknown>;
  return Object.entries(change.body).every(([name, value]) => (fields[name] ?? null) === (value ?? null));
}

/** Work that waits also says for what, which somebody may have rewritten. */
const standsAsSeen = (change: Change, current: Current) =>
  (change.seen as string[]).includes(stateOf(current)) && stateOf(current) !== 'waiting';

const isPassing = (status: number, body: Answer['body']) =>
  [0, 408, 425, 429].includes(status) || status >= 500 || (status === 409 && body?.type === '/problems/in-flight');

const later = ({ tries }: Entry, body: Answer['body'], now: number): Meaning => ({
  is: 'later',
  notBefore: now + pauseAfter(tries, body),
});

function pauseAfter(tries: number, body: Answer['body']): number {
  const asked = typeof body?.retryAfter === 'number' ? body.retryAfter * 1000 : 0;
  return Math.max(asked, Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, tries - 1)));
}

function refusalOf(status: number, body: Answer['body'], current: Current | undefined): Refusal {
  const words = (...keys: string[]) => keys.flatMap((key) => (typeof body?.[key] === 'string' ? [body[key]] : []));
  const by = current?.decidedBy ?? current?.settledBy ?? current?.submittedBy ?? current?.doneBy;
  return {
    status,
    zh: words('title', 'detail').join(' '),
    en: words('titleEn', 'detailEn').join(' '),
    now: current ? { state: stateOf(current), by: by?.name ?? null } : null,
  };
}

/** The outbox after an answer. What followed a refused change of the same thing rested on it and is told with it. */
export function answered(entries: readonly Entry[], id: string, meaning: Meaning, version?: number): Entry[] {
  const entry = entries.find((one) => one.id === id);
  if (!entry || meaning.is === 'signed-out') return [...entries];
  const follows = (one: Entry) => one.personId === entry.personId && isOf(one, entry.change) && one.seq > entry.seq;
  const withVersion = (one: Entry, next: number): Entry => ({ ...one, change: { ...one.change, version: next } });
  switch (meaning.is) {
    case 'sent':
      return entries
        .filter((one) => one !== entry)
        .map((one) => (version !== undefined && follows(one) ? withVersion(one, version) : one));
    case 'again':
      return entries.map((one) => (one === entry ? withVersion(one, meaning.version) : one));
    case 'later':
      return entries.map((one) => (one === entry ? { ...one, notBefore: meaning.notBefore } : one));
    case 'refused':
      return entries.map((one) => (one === entry || follows(one) ? { ...one, refusal: meaning.refusal } : one));
  }
}
