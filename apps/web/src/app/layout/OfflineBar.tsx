import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { client } from '../../api/client';
import { dayAt, formatInstant, formatTime } from '../../format/dates';
import { useI18n } from '../../i18n';
import { dropStale } from '../../offline/kept';
import { isKept } from '../../offline/kept.rules';
import { sendNow } from '../../offline/outbox';
import { useWaiting } from '../../offline/useWaiting';
import { queryClient } from '../queryClient';
import { useOnline } from '../useOnline';

const DROP_MS = 10 * 60_000;
const KNOCK_MS = 10_000;

/** Asks whether the server is back; then what is on screen is fetched and what waits is sent. */
async function knock() {
  if (!navigator.onLine) return;
  const back = await client.GET('/api/health').then(
    () => true,
    () => false,
  );
  if (!back) return;
  void queryClient.invalidateQueries();
  void sendNow();
}

/** When the oldest of what is on screen was fetched. */
function useShownSince(): number | null {
  useRouterState({ select: (state) => state.resolvedLocation?.href });
  const shown = queryClient.getQueryCache().findAll({ type: 'active', predicate: ({ queryKey }) => isKept(queryKey) });
  const times = shown.flatMap(({ queryKey, state }) =>
    queryKey[1] === '/api/me' || state.data === undefined ? [] : [state.dataUpdatedAt],
  );
  return times.length > 0 ? Math.min(...times) : null;
}

const moment = (at: number) => (dayAt(at) === dayAt(Date.now()) ? formatTime(at) : formatInstant(at));

function Offline() {
  const { t } = useI18n();
  const since = useShownSince();
  const waiting = useWaiting().length;
  useEffect(() => {
    const timers = [setInterval(dropStale, DROP_MS), setInterval(() => void knock(), KNOCK_MS)];
    return () => timers.forEach((timer) => clearInterval(timer));
  }, []);
  const [bare, dated] = navigator.onLine
    ? (['offline.unreachable', 'offline.unreachableSince'] as const)
    : (['offline.offline', 'offline.since'] as const);
  return (
    <p className="offline-bar">
      {since === null ? t(bare) : t(dated, { at: moment(since) })}{' '}
      {waiting > 0 ? t('offline.waiting', { count: waiting }) : t('offline.hint')}
    </p>
  );
}

export function OfflineBar() {
  const online = useOnline();
  return <div role="status">{!online && <Offline />}</div>;
}
