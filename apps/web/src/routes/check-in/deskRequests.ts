import { client } from '../../api/client';
import { ApiError } from '../../api/problem';
import type { CheckIn, DeskList, TakenEntry } from '../../api/types';
import type { Kept } from './desk.rules';

const AT_ONCE = 50;
/** How long a hall's network may swallow a request: a desk asks one after the other, and would wait for it for ever. */
const PATIENCE_MS = 20_000;

type Asking<Answer> = (signal: AbortSignal) => Promise<{ data?: Answer }>;

/** Throws an ApiError always: what came too late, in half, or from a hotel's sign-in page is no answer of ours. */
async function heard<Answer>(ask: Asking<Answer>): Promise<Answer> {
  try {
    const { data } = await ask(AbortSignal.timeout(PATIENCE_MS));
    return data!;
  } catch (error) {
    throw error instanceof ApiError ? error : new ApiError(0, null);
  }
}

/** Puts the first of what waits on the wire, in its order, and answers what became of it. */
export async function sendEntries(registerId: string, deskId: string, waiting: readonly Kept[]): Promise<TakenEntry[]> {
  const body = { deskId, entries: waiting.slice(0, AT_ONCE).map(({ entry }) => entry) };
  const params = { path: { id: registerId } };
  const { items } = await heard((signal) =>
    client.POST('/api/registers/{id}/check-in/entries', { params, body, signal }),
  );
  return items;
}

export function askCheckIn(registerId: string): Promise<CheckIn> {
  const params = { path: { id: registerId } };
  return heard((signal) => client.GET('/api/registers/{id}/check-in', { params, signal }));
}

/** What has changed since then, or (null) all of it. */
export function askList(registerId: string, since: number | null): Promise<DeskList> {
  const params = { path: { id: registerId }, query: since === null ? {} : { since } };
  return heard((signal) => client.GET('/api/registers/{id}/check-in/list', { params, signal }));
}

/** The device becomes a desk of the list. */
export function openDesk(registerId: string, name: string): Promise<{ id: string; code: string }> {
  const params = { path: { id: registerId } };
  return heard((signal) => client.POST('/api/registers/{id}/check-in/desks', { params, body: { name }, signal }));
}
