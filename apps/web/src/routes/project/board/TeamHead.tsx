import { getRouteApi, Link } from '@tanstack/react-router';
import type { BoardTeam } from '../../../api/types';
import { useI18n } from '../../../i18n';
import { teamName } from './words';

const route = getRouteApi('/inside/projects/$projectId/board');

/** The name of a sub-team, who leads it, and how many they are; where nobody is in it, the way to people. */
export function TeamHead({ row }: { row: BoardTeam }) {
  const { t, pick } = useI18n();
  const { projectId } = route.useParams();
  const names = row.leads.map(({ name }) => name).join(t('common.comma'));
  return (
    <>
      <span className="board-team">{teamName(row, pick)}</span>
      {row.team && row.people === 0 && (
        <span className="board-crew">
          {t('board.nobody')}{' '}
          <Link to="/projects/$projectId/people" params={{ projectId }}>
            {t('board.addPeople')}
          </Link>
        </span>
      )}
      {row.team && row.people > 0 && (
        <span className="board-crew">
          {names ? t('board.ledBy', { names }) : t('board.noLead')} · {t('board.people', { count: row.people })}
        </span>
      )}
    </>
  );
}
