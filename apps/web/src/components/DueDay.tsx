import { dayAt, formatDay } from '../format/dates';
import { useI18n } from '../i18n';

interface Props {
  day: string | null;
  time?: string | null;
  /** Whether it is late itself or, on a work item, holds something that is. */
  overdue?: boolean;
}

export function DueDay({ day, time, overdue }: Props) {
  const { t } = useI18n();
  if (!day) return <span className="due due-none">{t('date.none')}</span>;
  const within = overdue && day >= dayAt(Date.now());
  return (
    <span className={overdue && !within ? 'due due-over' : 'due'}>
      {overdue && <b>{within ? t('date.overdueWithin') : t('date.overdue')}</b>}
      <time dateTime={day}>{formatDay(day)}</time>
      {time && <span> {time}</span>}
    </span>
  );
}
