import Select from 'antd/es/select';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Board, Project } from '../../../api/types';
import { useIsPhone } from '../../../app/useIsPhone';
import { EmptyState } from '../../../components/EmptyState';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { loadRows, weekEnds } from './load';
import { LoadCards } from './LoadCards';
import { LoadTable } from './LoadTable';

const route = getRouteApi('/inside/projects/$projectId/board');

/** Who has how much to finish, week by week; of one sub-team where one is chosen. */
export function LoadPanel({ project, board }: { project: Project; board: Board }) {
  const { t, pick } = useI18n();
  const phone = useIsPhone();
  const { team } = route.useSearch();
  const navigate = route.useNavigate();
  const rows = loadRows(board, team);
  const props = { projectId: project.id, rows, weeks: weekEnds(board.weeks), resting: board.today === null };
  return (
    <Panel
      title={t('board.load')}
      className="board-load"
      actions={
        <Select
          className="board-filter"
          aria-label={t('board.onlyTeam')}
          placeholder={t('board.everyTeam')}
          allowClear
          popupMatchSelectWidth={false}
          value={team}
          options={project.teams.map((one) => ({ value: one.id, label: pick(one.name, one.nameEn) }))}
          onChange={(only?: string) =>
            void navigate({ search: (now) => ({ ...now, team: only }), replace: true, resetScroll: false })
          }
        />
      }
    >
      <p className="field-hint">{t('board.loadHint')}</p>
      {rows.every(({ person }) => person === null) && (
        <EmptyState title={t('board.nobodyHere')} text={t('board.nobodyHereText')}>
          <Link to="/projects/$projectId/people" params={{ projectId: project.id }}>
            {t('board.toPeople')}
          </Link>
        </EmptyState>
      )}
      {rows.length > 0 && (phone ? <LoadCards {...props} /> : <LoadTable {...props} />)}
    </Panel>
  );
}
