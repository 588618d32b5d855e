import type { ClosingVersion } from '../../../api/types';
import { Panel } from '../../../components/Panel';
import { formatInstant } from '../../../format/dates';
import { useI18n } from '../../../i18n';

/** How often the project was closed, by whom, and why it was reopened. */
export function ClosingsPanel({ closings, zone }: { closings: readonly ClosingVersion[]; zone: string }) {
  const { t } = useI18n();
  if (closings.length === 0) return null;
  return (
    <Panel title={t('closing.history')}>
      <ol className="closing-history">
        {closings.map(({ number, note, closedBy, closedAt, reopenedBy, reopenedAt, reopenReason }) => (
          <li key={number}>
            <p>{t('closing.closedAs', { number, name: closedBy.name, at: formatInstant(closedAt, zone) })}</p>
            {note && <p className="closing-reason">{note}</p>}
            {reopenedBy && reopenedAt !== null && (
              <p className="muted">
                {t('closing.reopenedBy', {
                  name: reopenedBy.name,
                  at: formatInstant(reopenedAt, zone),
                  reason: reopenReason ?? '',
                })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
