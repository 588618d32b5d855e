import { sendWaiting, session } from '../api/client';
import { newKey } from '../api/once';
import { ApiError } from '../api/problem';
import { notify } from '../app/notify';
import { queryClient } from '../app/queryClient';
import { changeOutbox } from './device';
import {
  answered,
  type Answer,
  type Entry,
  meaningOf,
  type NewEntry,
  nextToSend,
  queued,
  requestOf,
  undone,
  waitingFor,
  wakeAt,
} from './outbox.rules';
import { showAnswer } from './settled';

const NAME = 'convener.outbox';
/** Who is signed in, for all tabs: one that still shows somebody else must not send their changes with this cookie. */
const HERE = 'convener.person';
/** The longest that a browser keeps a timer to the millisecond is far longer; phones sleep, so look often. */
const LOOK_MS = 30_000;

let entries: readonly Entry[] = [];
let person: string | null = null;
let work: Promise<void> = Promise.resolve();
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME);

function show(all: readonly Entry[]) {
  entries = all.filter(({ personId }) => personId === person);
  for (const listener of listeners) listener();
}

async function change(how: (all: Entry[]) => Entry[]) {
  show(await changeOutbox(how));
  tabs?.postMessage('changed');
}

export const outboxStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  snapshot: () => entries,
};

/** What is waiting here for the signed-in person, and from now on sent whenever the server can be reached. */
export async function startOutbox(personId: string): Promise<void> {
  if (person === personId) return;
  listen();
  person = personId;
  localStorage.setItem(HERE, personId);
  show(await changeOutbox((all) => all));
  void sendAll();
}

/** Whether this tab still works for somebody else. */
export const otherIsHere = (personId: string) => person !== null && person !== personId;

/** Whether it is this person who is signed in on this device, as far as its tabs have told. */
export const isHere = (personId: string) => localStorage.getItem(HERE) === personId;

/** Signed out: nothing more is sent or shown; what waits stays for its author. */
export function stopOutbox(): void {
  if (person !== null && isHere(person)) localStorage.removeItem(HERE);
  person = null;
  show([]);
}

/** Takes it down at once; it is sent as soon as that is possible. */
async function put(given: Omit<NewEntry, 'id' | 'at' | 'personId'>): Promise<string> {
  const entry = { ...given, id: newKey(), at: Date.now(), personId: person ?? '' };
  // Shown before it is written: on a slow phone the writing takes longer than a finger takes to doubt.
  const before = entries;
  show(queued(before, entry));
  try {
    await change((all) => queued(all, entry));
  } catch (error) {
    show(before);
    throw error;
  }
  void sendAll();
  return entry.id;
}

/** The same for a tap, which has no form to show that this device could not even take it down. */
export const tap = (given: Omit<NewEntry, 'id' | 'at' | 'personId'>) => put(given).catch(notify.failure);

/** The same for a form that waits for the answer: throws a refusal, which its author then sees in the form. */
export async function deliver(given: Omit<NewEntry, 'id' | 'at' | 'personId'>): Promise<'sent' | 'waits'> {
  const id = await put(given);
  await sendAll();
  const left = entries.find((entry) => entry.id === id);
  // Signed out meanwhile, by the server or by hand: it stays for its author, and was not sent.
  if (!left) return person === null ? 'waits' : 'sent';
  if (!left.refusal) return 'waits';
  const { status, zh, en } = left.refusal;
  const problem = problems.get(id) ?? { title: zh, titleEn: en };
  await dismiss(id);
  throw new ApiError(status, problem as ApiError['problem'], true);
}

export const undo = (id: string) =>
  change((all) => undone(all, id, { id: newKey(), at: Date.now() })).then(() => void sendAll());

/** Its author has read why it was not done. */
export const dismiss = (id: string) => change((all) => all.filter((entry) => entry.id !== id));

/** Forgets whatever this person left here. */
export const emptyOutbox = () => change((all) => all.filter(({ personId }) => personId !== person));

/** The problems that forms show by field; words for everybody else are kept with the entry. */
const problems = new Map<string, Record<string, unknown>>();

/** Sends what can be sent, one after the other. Asked again while it runs, it looks once more afterwards. */
export function sendAll(): Promise<void> {
  work = work.catch(() => undefined).then(() => alone(round));
  return work;
}

/** The same without waiting for the next try of what has failed before: the server is there again. */
export const sendNow = () =>
  change((all) => all.map((one) => (one.personId === person ? { ...one, notBefore: 0 } : one))).then(sendAll);

/** Of several tabs one sends at a time. Plain http has no locks: there the keys alone prevent doing twice. */
async function alone(run: () => Promise<void>): Promise<void> {
  if (typeof navigator.locks === 'undefined') return run();
  await navigator.locks.request(NAME, run);
}

async function round(): Promise<void> {
  let moved = false;
  try {
    for (;;) {
      if (person === null || !isHere(person) || !navigator.onLine) return;
      show(await changeOutbox((all) => all));
      const next = nextToSend(entries, person, Date.now());
      if (!next) return;
      const answer = await send(next);
      if (!answer) continue;
      moved ||= answer.status !== 0;
      if (answer.status === 0 || answer.status === 401) return;
    }
  } finally {
    if (moved) void queryClient.invalidateQueries();
    plan();
  }
}

/** Null where another tab took it back in the meantime. */
async function send(next: Entry): Promise<Answer | null> {
  // Noted before it leaves: from now on the server may have it.
  await change((all) => all.map((one) => (one.id === next.id ? { ...one, tries: one.tries + 1 } : one)));
  const entry = entries.find(({ id }) => id === next.id);
  if (!entry) return null;
  const answer = await sendWaiting(requestOf(entry), entry.id);
  const meaning = meaningOf(entry, answer, Date.now());
  if (meaning.is === 'signed-out') session.onEnd();
  if (meaning.is === 'refused' && answer.body) problems.set(entry.id, answer.body);
  if (meaning.is === 'sent' && answer.status < 300) await showAnswer(entry, answer.body);
  const version = answer.status < 300 ? (answer.body?.version as number | undefined) : undefined;
  await change((all) => answered(all, entry.id, meaning, version));
  return answer;
}

function plan() {
  clearTimeout(timer);
  const at = person === null ? null : wakeAt(entries, person);
  if (at !== null) timer = setTimeout(() => void sendAll(), Math.min(LOOK_MS, Math.max(250, at - Date.now())));
}

let listening = false;
function listen() {
  if (listening) return;
  listening = true;
  window.addEventListener('online', () => void sendNow());
  // Somebody else has signed in, in another tab: what this one shows and takes down would become theirs.
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === HERE && newValue !== null && otherIsHere(newValue)) location.reload();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sendNow();
  });
  tabs?.addEventListener('message', () => void meetOtherTab());
}

/** Another tab changed the outbox; what it has sent is to be seen here too. */
async function meetOtherTab() {
  const before = entries.length;
  show(await changeOutbox((all) => all));
  if (entries.length < before) void queryClient.invalidateQueries();
}

/** How many changes the signed-in person still has here. */
export const waitingCount = () => (person === null ? 0 : waitingFor(entries, person).length);
