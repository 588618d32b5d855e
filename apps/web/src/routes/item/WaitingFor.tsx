import type { WorkItem } from '../../api/types';
import { dayAt, formatDay } from '../../format/dates';
import { useI18n } from '../../i18n';

/** What it waits for, of whom, since when, and when to ask again. */
export function WaitingFor({ item, onEdit }: { item: WorkItem; onEdit: () => void }) {
  const { t } = useI18n();
  const { waitingFor, waitingKind, waitingSince, followUpDay } = item;
  return (
    <p className="waiting-for">
      {t('status.waitingFor', { what: waitingFor ?? '' })}
      {waitingKind && <span className="tag tag-soon">{t(`waiting.kind.${waitingKind}`)}</span>}
      {waitingSince !== null && (
        <small className="muted">{t('status.since', { day: formatDay(dayAt(waitingSince)) })}</small>
      )}
      {followUpDay && <small>{t('waiting.followUpOn', { day: formatDay(followUpDay) })}</small>}
      <button type="button" className="link-button" onClick={onEdit}>
        {t('common.edit')}
      </button>
    </p>
  );
}
