import { ApiError, isPassing } from '../api/problem';
import type { Me } from '../api/types';
import { recall, startKeeping } from '../offline/kept';
import { otherIsHere, startOutbox } from '../offline/outbox';
import { queryClient } from './queryClient';
import { endOwedSession, meQuery } from './session';

/** A hall's network that swallows the first question gets this long before what was kept is shown. */
const PATIENCE_MS = 4_000;

/**
 * Who is here. The server is asked first: whose session it ended sees nothing of what their device kept. Only where it
 * can't be reached does what was kept stand in.
 */
export async function arrive(): Promise<void> {
  await endOwedSession();
  if (!queryClient.getQueryData(meQuery.queryKey)) await recognise();
  const me = queryClient.getQueryData<Me>(meQuery.queryKey);
  if (!me) return;
  // A tab that slept while somebody else signed in holds what is not theirs to keep.
  if (otherIsHere(me.id)) {
    location.reload();
    return new Promise(() => {});
  }
  startKeeping(me.id);
  await startOutbox(me.id);
}

async function recognise(): Promise<void> {
  const unreachable = new ApiError(0, null);
  const tooLate = new Promise<never>((_, reject) => setTimeout(() => reject(unreachable), PATIENCE_MS));
  try {
    if (!navigator.onLine) throw unreachable;
    await Promise.race([queryClient.fetchQuery(meQuery), tooLate]);
  } catch (error) {
    if (!isPassing(error) || !(await recall())) throw error;
  }
}
