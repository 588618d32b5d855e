import { getRouteApi, Link } from '@tanstack/react-router';
import type { Board, BoardTeam } from '../../../api/types';
import { NO_TEAM } from '../../../app/search';
import { useI18n } from '../../../i18n';
import { TeamHead } from './TeamHead';
import { isEmpty, PARTS } from './words';

const route = getRouteApi('/inside/projects/$projectId/board');

function Card({ row }: { row: BoardTeam }) {
  const { t } = useI18n();
  const { projectId } = route.useParams();
  const search = route.useSearch();
  const cells = row.cells.filter(({ open, toAccept }) => open + toAccept > 0);
  return (
    <li className="board-card">
      <h3>
        <TeamHead row={row} />
      </h3>
      {cells.length === 0 && <p className="muted">{isEmpty(row.all) ? t('board.nothing') : t('board.allDone')}</p>}
      <ul>
        {cells.map((counts) => (
          <li key={counts.stage}>
            <Link
              to="/projects/$projectId/board"
              params={{ projectId }}
              search={{ ...search, row: row.team?.id ?? NO_TEAM, stage: counts.stage }}
              resetScroll={false}
              className="board-line"
            >
              <span className="board-stage">{t(`stage.${counts.stage}`)}</span>
              <span className="board-parts">
                <b>{t('board.open', { count: counts.open })}</b>
                {PARTS.filter((part) => counts[part] > 0).map((part) => (
                  <span key={part} className={`board-${part}`}>
                    {t(`board.${part}`, { count: counts[part] })}
                  </span>
                ))}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** The board on a phone: a card a sub-team, a line a stage that has work. */
export function BoardCards({ board }: { board: Board }) {
  return (
    <ul className="board-cards">
      {board.teams.map((row) => (
        <Card key={row.team?.id ?? NO_TEAM} row={row} />
      ))}
    </ul>
  );
}
