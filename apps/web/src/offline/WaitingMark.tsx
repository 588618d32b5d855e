import { useEffect, useState } from 'react';
import { useOnline } from '../app/useOnline';
import { useI18n } from '../i18n';
import { undo } from './outbox';
import { type Entry, mayUndo } from './outbox.rules';
import { useWaiting } from './useWaiting';

/** Online nearly everything is sent within a moment: no word about what is over before it is read. */
const MOMENT_MS = 800;

function useWorthTelling(entries: readonly Entry[]): boolean {
  const online = useOnline();
  const [late, setLate] = useState(false);
  const waits = entries.length > 0;
  useEffect(() => {
    const timer = setTimeout(() => setLate(waits), waits ? MOMENT_MS : 0);
    return () => clearTimeout(timer);
  }, [waits]);
  return waits && (!online || late || entries.some(({ notBefore }) => notBefore > 0));
}

/** Beside a check, a deliverable or a status: it waits to be sent, and how to take it back. */
export function WaitingMark({ of }: { of: string }) {
  const { t } = useI18n();
  const entries = useWaiting(({ change }) => change.id === of);
  const last = entries.at(-1);
  if (!useWorthTelling(entries) || !last) return null;
  return (
    <span className="waiting-mark">
      <span className="tag tag-soon">{t('offline.waits')}</span>
      {mayUndo(last) && (
        <button type="button" className="link-button" onClick={() => void undo(last.id)}>
          {t('common.undo')}
        </button>
      )}
    </span>
  );
}

/** The same in a list, where nothing is taken back. */
export function WaitingTag({ itemId }: { itemId: string }) {
  const { t } = useI18n();
  const entries = useWaiting((entry) => entry.itemId === itemId);
  if (!useWorthTelling(entries)) return null;
  return <span className="tag tag-soon">{t('offline.waitsCount', { count: entries.length })}</span>;
}
