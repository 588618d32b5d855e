import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { STAGES, type Board, type BoardCounts, type BoardTeam, type Stage } from '../../../api/types';
import { NO_TEAM } from '../../../app/search';
import { useI18n } from '../../../i18n';
import { TeamHead } from './TeamHead';
import { useCellKeys } from './useCellKeys';
import { countsText, isEmpty, PARTS, teamName } from './words';

const route = getRouteApi('/inside/projects/$projectId/board');

function Figures({ counts }: { counts: BoardCounts }) {
  const { t } = useI18n();
  return (
    <span className="board-figures" aria-hidden>
      {(counts.open > 0 || isEmpty(counts)) && <b>{counts.open}</b>}
      {PARTS.filter((part) => counts[part] > 0).map((part) => (
        <span key={part} className={`board-${part}`}>
          {t(`board.${part}`, { count: counts[part] })}
        </span>
      ))}
    </span>
  );
}

function Cell({ row, stage, counts }: { row: BoardTeam; stage: Stage; counts: BoardCounts }) {
  const { t, pick } = useI18n();
  const { projectId } = route.useParams();
  const search = route.useSearch();
  if (isEmpty(counts)) {
    return (
      <td className="board-nothing">
        <span aria-hidden>–</span>
        <span className="visually-hidden">{t('board.nothing')}</span>
      </td>
    );
  }
  const here = { row: row.team?.id ?? NO_TEAM, stage };
  const label = { team: teamName(row, pick), stage: t(`stage.${stage}`), counts: countsText(counts, t) };
  const open = search.row === here.row && search.stage === stage;
  return (
    <td className={open ? 'board-open' : undefined}>
      <Link
        to="/projects/$projectId/board"
        params={{ projectId }}
        search={{ ...search, ...here }}
        resetScroll={false}
        className="board-cell"
        aria-label={t('board.cell', label)}
      >
        <Figures counts={counts} />
      </Link>
    </td>
  );
}

function Sum({ counts }: { counts: BoardCounts }) {
  const { t } = useI18n();
  return (
    <td className="board-sum">
      <Figures counts={counts} />
      <span className="visually-hidden">{countsText(counts, t)}</span>
    </td>
  );
}

/** Sub-team × stage as a table; arrow keys go from cell to cell. */
export function BoardTable({ board }: { board: Board }) {
  const { t } = useI18n();
  const table = useRef<HTMLTableElement>(null);
  const onKeyDown = useCellKeys(table);
  return (
    <div className="board-scroll">
      <table ref={table} className="board-table" aria-label={t('board.teams')} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">{t('word.team')}</th>
            {STAGES.map((stage) => (
              <th key={stage} scope="col">
                {t(`stage.${stage}`)}
              </th>
            ))}
            <th scope="col">{t('board.allStages')}</th>
          </tr>
        </thead>
        <tbody>
          {board.teams.map((row) => (
            <tr key={row.team?.id ?? NO_TEAM}>
              <th scope="row">
                <TeamHead row={row} />
              </th>
              {row.cells.map((counts) => (
                <Cell key={counts.stage} row={row} stage={counts.stage} counts={counts} />
              ))}
              <Sum counts={row.all} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('board.allTeams')}</th>
            {board.all.cells.map((counts) => (
              <Sum key={counts.stage} counts={counts} />
            ))}
            <Sum counts={board.all.all} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
