import { Link } from '@tanstack/react-router';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { type LoadProps, type LoadRow, mostOf } from './load';

/** The weeks of one card as eight columns; each says its day and number to a screen reader. */
function Weeks({ row, weeks, most }: { row: LoadRow; weeks: LoadProps['weeks']; most: number }) {
  const { t } = useI18n();
  return (
    <ul className="board-weeks" aria-label={t('board.weeks', { count: weeks.length })}>
      {weeks.map(({ from }, week) => {
        const count = row.load.weeks[week] ?? 0;
        const heavy = row.heavyWeeks.includes(week);
        return (
          <li key={from} className={heavy ? 'board-heavy' : undefined}>
            <span className="visually-hidden">{t('board.week', { day: formatDay(from) })}</span>
            <i aria-hidden style={{ height: `${(Math.min(count, most) / most) * 28}px` }} />
            <b>{count}</b>
            {heavy && <small>{t('board.heavy')}</small>}
            <span className="board-day" aria-hidden>
              {from.slice(5).replace('-', '/')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The load on a phone: a card a person, all of which leads to the person's work. */
export function LoadCards({ projectId, rows, weeks, resting }: LoadProps) {
  const { t, pick } = useI18n();
  const most = mostOf(rows);
  return (
    <ul className="board-cards">
      {rows.map((row) => {
        const { person, team, load } = row;
        const name = person?.name ?? (team ? pick(team.name, team.nameEn) : t('team.none'));
        return (
          <li key={row.key} className="board-card row-link">
            <h3>
              <Link
                to="/projects/$projectId"
                params={{ projectId }}
                search={person ? { assignee: person.id } : { team: team?.id }}
                className="cover"
              >
                {name}
              </Link>
              {!person && <span className="board-crew">{t('board.pool')}</span>}
            </h3>
            <p className="board-parts">
              <b>{t('board.open', { count: load.open })}</b>
              {load.past > 0 && (
                <span className={resting ? undefined : 'board-overdue'}>
                  {resting ? t('board.before') : t('board.past')} {load.past}
                </span>
              )}
              {load.later > 0 && (
                <span>
                  {t('board.later')} {load.later}
                </span>
              )}
              {load.undated > 0 && (
                <span>
                  {t('board.undated')} {load.undated}
                </span>
              )}
            </p>
            {load.weeks.some((count) => count > 0) && <Weeks row={row} weeks={weeks} most={most} />}
          </li>
        );
      })}
    </ul>
  );
}
