import Button from 'antd/es/button';
import Popconfirm from 'antd/es/popconfirm';
import { api } from '../../api/client';
import { ifMatch } from '../../api/edit';
import type { CalendarYear } from '../../api/types';
import { Panel } from '../../components/Panel';
import { formatDay } from '../../format/dates';
import { useI18n } from '../../i18n';

interface Props {
  year: CalendarYear;
  onEdit: () => void;
}

/** One year: how far it can be relied on, where it was read, and its days off. */
export function YearPanel({ year, onEdit }: Props) {
  const { t } = useI18n();
  const remove = api.useMutation('delete', '/api/calendars/{year}');
  const params = { path: { year: year.year }, header: ifMatch(year) };
  const title = (
    <>
      {t('calendars.year', { year: year.year, roc: year.year - 1911 })}
      <span className={`tag calendar-${year.status}`}>{t(`calendars.status.${year.status}`)}</span>
    </>
  );
  const actions = (
    <span className="calendar-actions">
      {year.imported && (
        <Popconfirm
          title={t('calendars.removeAsk', { year: year.year })}
          okText={t('calendars.remove')}
          cancelText={t('common.cancel')}
          onConfirm={() => remove.mutate({ params })}
        >
          <Button type="text">{t('calendars.remove')}</Button>
        </Popconfirm>
      )}
      <Button onClick={onEdit}>{t('common.edit')}</Button>
    </span>
  );
  return (
    <Panel title={title} actions={actions}>
      <p className="muted">{year.source}</p>
      <ul className="days-off">
        {year.daysOff.map(({ date, name }) => (
          <li key={date}>
            <span className="day">{formatDay(date, true)}</span> {name}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
