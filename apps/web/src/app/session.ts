import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, client } from '../api/client';
import type { Me } from '../api/types';
import { ApiError, isSignedOut } from '../api/problem';
import { useI18n } from '../i18n';
import { forgetKept } from '../offline/kept';
import { emptyOutbox, sendNow, stopOutbox, waitingCount } from '../offline/outbox';
import { forgetRecent } from '../palette/recent';
import { queryClient } from './queryClient';
import { question } from './question';

export const meQuery = api.queryOptions('get', '/api/me', {}, { staleTime: 60_000 });

/** The signed-in person. Only inside the signed-in part of the app. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** Shows one's own account as it now is. */
export const showMe = (me: Me) => queryClient.setQueryData(meQuery.queryKey, me);

/** Set on a phone whose reader came by a code: once they are out, no sign-in page could help them. */
const CAME_BY_CODE = 'convener.came-by-code';
export const cameByCode = () => localStorage.getItem(CAME_BY_CODE) !== null;

/** Puts a person who has just signed in into the cache; nothing of an earlier one stays. */
export function beginSession(me: Me) {
  localStorage.removeItem(OWED);
  if (me.temporary) localStorage.setItem(CAME_BY_CODE, '1');
  else localStorage.removeItem(CAME_BY_CODE);
  stopOutbox();
  forgetRecent();
  void forgetKept();
  queryClient.clear();
  queryClient.setQueryData(meQuery.queryKey, me);
}

/** The session is over here: nothing that was read stays, what waits to be sent stays for its author. */
export function leave() {
  stopOutbox();
  forgetRecent();
  void forgetKept();
  queryClient.clear();
}

/** Registration desks keep what waits by themselves; few devices have one, and where it can't be read it stays. */
const desks = () => import('../routes/check-in/unsent').catch(() => null);
const hereId = () => queryClient.getQueryData<Me>(meQuery.queryKey)?.id ?? '';

/** Of temporary staff, who never come back to send what still waits. */
export async function endHelp(show: () => Promise<void>): Promise<void> {
  const personId = hereId();
  await emptyOutbox();
  await (await desks())?.forgetUnsent(personId, true).catch(() => undefined);
  await show();
  leave();
}

/** Set while somebody has signed out here and the server could not be told. */
const OWED = 'convener.sign-out-owed';

/** Tells the server of a sign-out that happened offline, before anything else is asked with that cookie. */
export async function endOwedSession(): Promise<void> {
  if (localStorage.getItem(OWED) === null) return;
  const ended = await client.DELETE('/api/session').then(
    () => true,
    (error: unknown) => isSignedOut(error),
  );
  if (ended) localStorage.removeItem(OWED);
  else throw new ApiError(401, null);
}

/** Signs out. What still waits here would wait for nobody: it is sent first, or its author agrees to lose it. */
export function useSignOut() {
  const navigate = useNavigate();
  const { t } = useI18n();
  const agrees = (count: number) =>
    question.ask({
      title: t('offline.signOutTitle', { count }),
      content: t('offline.signOutText'),
      okText: t('offline.signOutAnyway'),
      danger: true,
      cancelText: t('common.cancel'),
    });
  return async () => {
    const personId = hereId();
    if (waitingCount() > 0) await sendNow();
    const atDesks = await desks();
    const waiting = waitingCount() + ((await atDesks?.sendUnsent(personId).catch(() => 0)) ?? 0);
    if (waiting > 0 && !(await agrees(waiting))) return;
    await emptyOutbox();
    // From here on no page of a desk sends or asks, which would write down again what is forgotten.
    stopOutbox();
    await atDesks?.forgetUnsent(personId, cameByCode()).catch(() => undefined);
    localStorage.setItem(OWED, '1');
    await endOwedSession().catch(() => undefined);
    await navigate({ to: cameByCode() ? '/join-over' : '/sign-in' });
    leave();
  };
}
