import { Link } from '@tanstack/react-router';
import type { ChecklistSearch } from '../../../app/search';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { type LoadProps, type LoadRow, mostOf } from './load';

interface Column {
  key: string;
  head: string;
  /** Read out, where the head alone says too little. */
  when: string;
  count: (row: LoadRow) => number;
  heavy?: (row: LoadRow) => boolean;
  /** Has a bar beside those of the other columns. */
  bar?: true;
  /** Looks like lateness. */
  late?: boolean;
  /** What the checklist is narrowed down to; null where it can't be. */
  search: ChecklistSearch | null;
}

/** Overdue, week by week, later, without a day. */
function useColumns({ weeks, resting }: LoadProps): Column[] {
  const { t } = useI18n();
  const past = resting ? t('board.before') : t('board.past');
  return [
    {
      ...{ key: 'past', head: past, when: past, late: !resting, bar: true, count: ({ load }) => load.past },
      search: resting ? null : { overdue: true },
    },
    ...weeks.map(({ from, to }, week): Column => ({
      ...{ key: from, head: from.slice(5).replace('-', '/'), when: t('board.week', { day: formatDay(from) }) },
      count: ({ load }) => load.weeks[week] ?? 0,
      bar: true,
      heavy: ({ heavyWeeks }) => heavyWeeks.includes(week),
      search: { dueFrom: from, dueTo: to },
    })),
    { key: 'later', head: t('board.later'), when: t('board.later'), count: ({ load }) => load.later, search: null },
    {
      key: 'undated',
      head: t('board.undated'),
      when: t('board.undated'),
      count: ({ load }) => load.undated,
      search: null,
    },
  ];
}

interface CellProps {
  projectId: string;
  row: LoadRow;
  name: string;
  column: Column;
  most: number;
}

function Cell({ projectId, row, name, column, most }: CellProps) {
  const { t } = useI18n();
  const count = column.count(row);
  const heavy = column.heavy?.(row) ?? false;
  if (count === 0) {
    return (
      <td className="board-nothing">
        <span aria-hidden>–</span>
        <span className="visually-hidden">0</span>
      </td>
    );
  }
  const what = (
    <>
      <b>{count}</b>
      {heavy && <small>{t('board.heavy')}</small>}
      {column.bar && <i aria-hidden style={{ width: `${Math.min(100, (count / most) * 100)}%` }} />}
    </>
  );
  const look = ['board-load-cell', heavy && 'board-heavy', column.late && 'board-late'].filter(Boolean).join(' ');
  const search = row.person && column.search && { ...column.search, assignee: row.person.id };
  if (!search) {
    return (
      <td>
        <span className={look}>{what}</span>
      </td>
    );
  }
  return (
    <td>
      <Link
        to="/projects/$projectId"
        params={{ projectId }}
        search={search}
        className={look}
        aria-label={[t('board.loadOf', { name, when: column.when, count }), heavy && t('board.heavy')]
          .filter(Boolean)
          .join(t('common.comma'))}
      >
        {what}
      </Link>
    </td>
  );
}

function Name({ projectId, row, name }: { projectId: string; row: LoadRow; name: string }) {
  const search = row.person ? { assignee: row.person.id } : { team: row.team?.id };
  if (!row.person && !row.team) return name;
  return (
    <Link to="/projects/$projectId" params={{ projectId }} search={search}>
      {name}
    </Link>
  );
}

/** Open work by person and week as a table with small bars; what nobody has stands below. */
export function LoadTable(props: LoadProps) {
  const { t, pick } = useI18n();
  const { projectId, rows } = props;
  const columns = useColumns(props);
  const most = mostOf(rows);
  const nameOf = ({ person, team }: LoadRow) => person?.name ?? (team ? pick(team.name, team.nameEn) : t('team.none'));
  return (
    <div className="board-scroll">
      <table className="board-table board-load-table" aria-label={t('board.load')}>
        <thead>
          <tr>
            <th scope="col">{t('board.who')}</th>
            {columns.map(({ key, head, when }) => (
              <th key={key} scope="col" title={when}>
                {head}
              </th>
            ))}
            <th scope="col">{t('board.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.person ? undefined : 'board-pool'}>
              <th scope="row">
                <Name projectId={projectId} row={row} name={nameOf(row)} />
                {!row.person && <span className="board-crew">{t('board.pool')}</span>}
              </th>
              {columns.map((column) => (
                <Cell key={column.key} {...{ projectId, row, column, most }} name={nameOf(row)} />
              ))}
              <td className="board-sum">
                <b>{row.load.open}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
