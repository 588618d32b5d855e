import { useState } from 'react';
import { api } from '../../api/client';
import { may, type ItemReminder, type ItemReminders, type Project, type WorkItem } from '../../api/types';
import { LoadState } from '../../components/LoadState';
import { Panel } from '../../components/Panel';
import { formatDay, formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';
import { Acknowledge } from './Acknowledge';
import { RemindNow } from './RemindNow';
import '../../styles/reminder-rules.css';

interface Props {
  item: WorkItem;
  project: Project;
}

/** So many are shown at first: a busy item has dozens. */
const FEW = 5;

function ReminderRow({ reminder, item, zone }: { reminder: ItemReminder; item: WorkItem; zone: string }) {
  const { t, pick } = useI18n();
  const { person, recipient, kind, status, by, note, fireAt, settledAt, subjectType } = reminder;
  const role = recipient ? t(`reminded.role.${recipient}`) : t('reminded.owner');
  const how = by.map((way) => t(`reminded.by.${way}`)).join(t('common.comma'));
  const at = status === 'planned' ? fireAt : (settledAt ?? fireAt);
  const named = person ? t('reminded.whom', { name: person.name, role }) : role;
  return (
    <li>
      <time className="day" dateTime={new Date(at).toISOString()}>
        {formatInstant(at, zone)}
      </time>{' '}
      {(kind === 'manual' || kind === 'mention' || kind === 'returned') && person ? person.name : named}
      <span className="tag">{t(`reminded.kind.${kind}`)}</span>
      {status !== 'planned' && (
        <span className={status === 'failed' ? 'tag tag-overdue' : 'tag'}>{how || t(`reminded.status.${status}`)}</span>
      )}
      {status === 'failed' && <span className="tag tag-overdue">{t('reminded.status.failed')}</span>}
      {subjectType === 'deliverable' && reminder.title !== item.title && (
        <p className="muted">{pick(reminder.title, reminder.titleEn)}</p>
      )}
      {note && kind !== 'mention' && <p>{note}</p>}
    </li>
  );
}

function List({ rows, none, item, zone }: { rows: ItemReminder[]; none: string; item: WorkItem; zone: string }) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FEW);
  return (
    <>
      {rows.length === 0 && <p className="muted">{none}</p>}
      <ul className="told">
        {shown.map((reminder) => (
          <ReminderRow key={reminder.id} {...{ reminder, item, zone }} />
        ))}
      </ul>
      {shown.length < rows.length && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t('reminded.more', { count: rows.length - shown.length })}
        </button>
      )}
    </>
  );
}

/** Overdue without progress: since when, and who knows of it. */
function StandstillNote({
  standstill,
  item,
  zone,
}: {
  standstill: ItemReminders['standstill'];
  item: WorkItem;
  zone: string;
}) {
  const { t } = useI18n();
  const { since, acknowledgedAt, acknowledgedBy, note } = standstill;
  if (acknowledgedAt !== null) {
    const name = acknowledgedBy?.name ?? t('common.nobody');
    return (
      <div className="standstill">
        <p>{t('reminded.acknowledged', { name, at: formatInstant(acknowledgedAt, zone) })}</p>
        {note && <p>{note}</p>}
      </div>
    );
  }
  if (since === null || !item.overdue) return null;
  return <p className="standstill">{t('reminded.standstill', { day: formatDay(since) })}</p>;
}

/** What has been told of the item, to whom and how, what will be, and a reminder by hand. */
export function RemindersPanel({ item, project: { zone } }: Props) {
  const { t } = useI18n();
  const query = api.useQuery('get', '/api/work-items/{id}/reminders', { params: { path: { id: item.id } } });
  const told = query.data;
  return (
    <Panel title={t('reminded.title')} actions={told && may(told, 'remind') && <RemindNow item={item} told={told} />}>
      {!told && <LoadState query={query} />}
      {told && (
        <>
          <StandstillNote standstill={told.standstill} {...{ item, zone }} />
          {may(told, 'acknowledge') && <Acknowledge itemId={item.id} />}
          <List rows={told.past} none={t('reminded.none')} {...{ item, zone }} />
          <h3>{t('reminded.coming')}</h3>
          <List rows={told.coming} none={t('reminded.noneComing')} {...{ item, zone }} />
        </>
      )}
    </Panel>
  );
}
