import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ScheduleRow } from '../../../api/types';
import { StatusMark } from '../../../components/StatusMark';
import { formatDay, sameYear } from '../../../format/dates';
import { useI18n } from '../../../i18n';

interface Props {
  row: ScheduleRow;
  projectId: string;
  titles: ReadonlyMap<string, string>;
  today: string;
}

function Cell({ label, late, children }: { label: string; late?: boolean; children: ReactNode }) {
  return (
    <div className={late ? 'schedule-cell schedule-late' : 'schedule-cell'}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Why it is where it is: what pushes it, else what it waits for. */
function Why({ row, titles }: Pick<Props, 'row' | 'titles'>) {
  const { t } = useI18n();
  const named = (ids: readonly string[]) => ids.map((id) => titles.get(id) ?? '').join(t('common.comma'));
  if (row.pushDays > 0) {
    return (
      <p className="schedule-late">{t('network.pushedBy', { titles: named(row.pushedBy), count: row.pushDays })}</p>
    );
  }
  if (row.predecessors.length === 0) return null;
  return <p className="muted">{t('network.waitsFor', { titles: named(row.predecessors.map(({ id }) => id)) })}</p>;
}

export function ForecastRow({ row, projectId, titles, today }: Props) {
  const { t, pick } = useI18n();
  const short = (day: string | null) => (day ? formatDay(day, sameYear(day, today)) : t('date.none'));
  const team = row.team ? pick(row.team.name, row.team.nameEn) : t('team.none');
  const late = row.expectedDueDay !== null && row.dueDay !== null && row.expectedDueDay > row.dueDay;
  return (
    <li className="schedule-row row-link">
      <div>
        <Link to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: row.id }} className="cover">
          {row.code && <span className="code">{row.code}</span>}
          {pick(row.title, row.titleEn)}
        </Link>
        {row.critical && <span className="tag tag-overdue">{t('network.critical')}</span>}
        <p className="muted">
          {t(`stage.${row.stage}`)} · {team}
        </p>
        <Why row={row} titles={titles} />
      </div>
      <StatusMark status={row.status} />
      <dl>
        <Cell label={t('network.baseline')}>{short(row.baselineDueDay)}</Cell>
        <Cell label={t('network.now')}>{short(row.dueDay)}</Cell>
        {row.doneDay ? (
          <Cell label={t('network.doneOn')}>{short(row.doneDay)}</Cell>
        ) : (
          <Cell label={t('network.expected')} late={late}>
            {short(row.expectedDueDay)}
          </Cell>
        )}
        <Cell label={t('network.float')} late={row.floatDays !== null && row.floatDays < 0}>
          {row.floatDays === null ? '–' : t('network.floatDays', { count: row.floatDays })}
        </Cell>
      </dl>
    </li>
  );
}
