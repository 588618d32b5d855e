import { formatDay } from '../format/dates';
import { useI18n } from '../i18n';

interface Props {
  day: string | null;
  time?: string | null;
  overdue?: boolean;
}

export function DueDay({ day, time, overdue }: Props) {
  const { t } = useI18n();
  if (!day) return <span className="due due-none">{t('date.none')}</span>;
  return (
    <span className={overdue ? 'due due-over' : 'due'}>
      {overdue && <b>{t('date.overdue')}</b>}
      <time dateTime={day}>{formatDay(day)}</time>
      {time && <span> {time}</span>}
    </span>
  );
}
