import Drawer from 'antd/es/drawer';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Board, BoardTeam, Project, Stage } from '../../../api/types';
import { useIsPhone } from '../../../app/useIsPhone';
import { EmptyState } from '../../../components/EmptyState';
import { LoadState } from '../../../components/LoadState';
import { useI18n } from '../../../i18n';
import { AskedPanel } from './AskedPanel';
import { CellItems, type Chosen } from './CellItems';
import { HandOut } from './HandOut';
import { useCell } from './useBoard';
import { teamName } from './words';

interface Props {
  project: Project;
  board: Board;
  team: BoardTeam;
  stage: Stage;
  onClose: () => void;
}

/** One cell of the board beside it: its open work, what the standards ask for, and to whom it goes. */
export function CellPanel({ project, board, team, stage, onClose }: Props) {
  const { t, pick } = useI18n();
  const phone = useIsPhone();
  const query = useCell(project.id, team.team?.id ?? null, stage);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const items = query.data?.items ?? [];
  // What others have finished or moved meanwhile is gone from the list, so it is chosen no longer.
  const chosen = items.filter(({ id }) => ticked.has(id));
  const choose: Chosen['choose'] = (ids, on) =>
    setTicked((now) => new Set(on ? [...now, ...ids] : [...now].filter((id) => !ids.includes(id))));
  const footer = team.mayAssign && items.length > 0 && (
    <HandOut
      project={project}
      board={board}
      team={team}
      stage={stage}
      items={items}
      chosen={chosen.map(({ id }) => id)}
      onDone={() => setTicked(new Set())}
    />
  );
  return (
    <Drawer
      open
      onClose={onClose}
      placement="right"
      size={phone ? '100%' : 600}
      className="board-drawer"
      title={t('board.panel', { team: teamName(team, pick), stage: t(`stage.${stage}`) })}
      footer={footer || undefined}
    >
      {!query.data && <LoadState query={query} />}
      {query.data && items.length === 0 && (
        <EmptyState title={t('board.cellEmpty')} text={t('board.cellEmptyText')}>
          <InChecklist project={project} team={team} stage={stage} />
        </EmptyState>
      )}
      {query.data && items.length > 0 && (
        <>
          {!team.mayAssign && project.status === 'running' && <p className="note">{t('board.notYours')}</p>}
          <CellItems
            projectId={project.id}
            items={items}
            chosen={team.mayAssign ? { ids: new Set(chosen.map(({ id }) => id)), choose } : null}
          />
          <AskedPanel items={chosen.length > 0 ? chosen : items} asks={query.data.asks} />
          <InChecklist project={project} team={team} stage={stage} />
        </>
      )}
    </Drawer>
  );
}

function InChecklist({ project, team: { team }, stage }: Pick<Props, 'project' | 'team' | 'stage'>) {
  const { t } = useI18n();
  return (
    <Link
      to="/projects/$projectId"
      params={{ projectId: project.id }}
      search={{ team: team?.id, stage }}
      className="board-more"
    >
      {t('board.inChecklist')}
    </Link>
  );
}
