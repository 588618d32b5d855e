import { useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { dayAt, formatInstant, formatTime } from '../../format/dates';
import { useI18n } from '../../i18n';
import { dropStale } from '../../offline/kept';
import { isKept } from '../../offline/kept.rules';
import { useWaiting } from '../../offline/useWaiting';
import { useOnline } from '../useOnline';

const LOOK_MS = 10 * 60_000;

/** When the oldest of what is on screen was fetched. */
function useShownSince(): number | null {
  const client = useQueryClient();
  useRouterState({ select: (state) => state.resolvedLocation?.href });
  const shown = client.getQueryCache().findAll({ type: 'active', predicate: ({ queryKey }) => isKept(queryKey) });
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
    const timer = setInterval(dropStale, LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="offline-bar">
      {since === null ? t('offline.offline') : t('offline.since', { at: moment(since) })}{' '}
      {waiting > 0 ? t('offline.waiting', { count: waiting }) : t('offline.hint')}
    </p>
  );
}

export function OfflineBar() {
  const online = useOnline();
  return <div role="status">{!online && <Offline />}</div>;
}
