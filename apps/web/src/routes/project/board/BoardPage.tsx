import Button from 'antd/es/button';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Project } from '../../../api/types';
import { NO_TEAM } from '../../../app/search';
import { useIsPhone } from '../../../app/useIsPhone';
import { EmptyState } from '../../../components/EmptyState';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { useProject } from '../useProject';
import { BoardCards } from './BoardCards';
import { BoardTable } from './BoardTable';
import { CellPanel } from './CellPanel';
import { LoadPanel } from './LoadPanel';
import { useBoard } from './useBoard';
import '../../../styles/board.css';

const route = getRouteApi('/inside/projects/$projectId/board');

/** The work of a project by sub-team and stage, and who has how much of it: to hand it out. */
export function BoardPage() {
  const { t } = useI18n();
  const phone = useIsPhone();
  const { projectId } = route.useParams();
  const { row, stage } = route.useSearch();
  const navigate = route.useNavigate();
  const project = useProject(projectId).data;
  const query = useBoard(projectId);
  const board = query.data;
  if (!project || !board) return <LoadState query={query} />;
  if (project.teams.length === 0) return <NoTeams project={project} />;
  if (board.all.all.open + board.all.all.done === 0) return <NoWork project={project} />;
  const team = board.teams.find((one) => (one.team?.id ?? NO_TEAM) === row);
  const close = () => void navigate({ search: ({ team: only }) => ({ team: only }) });
  return (
    <div className="board">
      <Panel
        title={t('board.teams')}
        className="board-panel"
        actions={
          !phone && (
            <Button className="board-print" onClick={() => window.print()}>
              {t('board.print')}
            </Button>
          )
        }
      >
        <p className="field-hint">{t('board.hint')}</p>
        {phone ? <BoardCards board={board} /> : <BoardTable board={board} />}
      </Panel>
      <LoadPanel project={project} board={board} />
      {team && stage && (
        <CellPanel key={`${row} ${stage}`} project={project} board={board} team={team} stage={stage} onClose={close} />
      )}
    </div>
  );
}

function NoTeams({ project }: { project: Project }) {
  const { t } = useI18n();
  return (
    <EmptyState title={t('board.noTeams')} text={t('board.noTeamsText')}>
      <Link to="/projects/$projectId/people" params={{ projectId: project.id }}>
        {t('board.toPeople')}
      </Link>
    </EmptyState>
  );
}

function NoWork({ project }: { project: Project }) {
  const { t } = useI18n();
  return (
    <EmptyState title={t('board.noWork')} text={t('board.noWorkText')}>
      <Link to="/projects/$projectId" params={{ projectId: project.id }}>
        {t('board.toChecklist')}
      </Link>
    </EmptyState>
  );
}
