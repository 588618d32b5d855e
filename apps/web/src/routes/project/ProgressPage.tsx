import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../../api/client';
import type { Progress, Stage } from '../../api/types';
import { LoadState } from '../../components/LoadState';
import { Panel } from '../../components/Panel';
import { ProgressBar, ProgressFacts, Urgency } from '../../components/ProgressBar';
import { useI18n } from '../../i18n';

const route = getRouteApi('/inside/projects/$projectId/progress');

function Row({ name, label, progress }: { name: ReactNode; label: string; progress: Progress }) {
  return (
    <li className="progress-row row-link">
      <h3>{name}</h3>
      <ProgressBar progress={progress} label={label} />
      <ProgressFacts progress={progress} />
      <div className="progress-row-tags">
        <Urgency progress={progress} />
      </div>
    </li>
  );
}

export function ProgressPage() {
  const { t, pick } = useI18n();
  const { projectId } = route.useParams();
  const query = api.useQuery('get', '/api/projects/{id}/progress', { params: { path: { id: projectId } } });
  if (!query.data) return <LoadState query={query} />;
  const link = (name: string, search: { stage?: Stage; team?: string }) => (
    <Link to="/projects/$projectId" params={{ projectId }} search={search} className="cover">
      {name}
    </Link>
  );
  return (
    <>
      <Panel title={t('progress.byStage')}>
        <ul className="progress-rows">
          {query.data.stages.map(({ stage, progress }) => {
            const name = t(`stage.${stage}`);
            return (
              <Row key={stage} name={link(name, { stage })} label={t('progress.of', { name })} progress={progress} />
            );
          })}
        </ul>
      </Panel>
      <Panel title={t('progress.byTeam')}>
        <ul className="progress-rows">
          {query.data.teams.map(({ team, progress }) => {
            const name = team ? pick(team.name, team.nameEn) : t('team.none');
            return (
              <Row
                key={team?.id ?? 'none'}
                name={team ? link(name, { team: team.id }) : name}
                label={t('progress.of', { name })}
                progress={progress}
              />
            );
          })}
        </ul>
      </Panel>
    </>
  );
}
