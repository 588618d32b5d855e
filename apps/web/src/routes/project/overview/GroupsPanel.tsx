import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DeviationSummary, Progress, Stage } from '../../../api/types';
import { api } from '../../../api/client';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { ProgressBar, ProgressFacts, Urgency } from '../../../components/ProgressBar';
import { useI18n } from '../../../i18n';
import type { Overview } from './types';

/** How far a group has moved from what was agreed on; nothing where there is nothing to compare. */
function Against({ summary }: { summary: DeviationSummary | undefined }) {
  const { t } = useI18n();
  if (!summary || summary.counted === 0) return null;
  const behind = summary.later + summary.doneLate;
  if (behind === 0) {
    const { earlier } = summary;
    return (
      <p className="progress-against">
        {earlier > 0 ? t('overview.aheadOf', { count: earlier }) : t('overview.asAgreed')}
      </p>
    );
  }
  const { averageDays } = summary;
  return (
    <p className="progress-against schedule-late">
      {t('overview.behind', { count: behind })}
      {averageDays !== null && averageDays > 0 && t('overview.average', { days: averageDays })}
    </p>
  );
}

interface RowProps {
  name: ReactNode;
  label: string;
  progress: Progress;
  summary: DeviationSummary | undefined;
}

function Row({ name, label, progress, summary }: RowProps) {
  return (
    <li className="progress-row row-link">
      <h3>{name}</h3>
      <ProgressBar progress={progress} label={label} />
      <div>
        <ProgressFacts progress={progress} />
        <Against summary={summary} />
      </div>
      <div className="progress-row-tags">
        <Urgency progress={progress} />
      </div>
    </li>
  );
}

/** How far each stage and sub-team is, and how it stands to the baseline. */
export function GroupsPanel({ projectId, deviations }: { projectId: string; deviations: Overview['deviations'] }) {
  const { t, pick } = useI18n();
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
            const summary = deviations.stages.find((one) => one.stage === stage)?.summary;
            const label = t('progress.of', { name });
            return <Row key={stage} name={link(name, { stage })} label={label} progress={progress} summary={summary} />;
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
                summary={deviations.teams.find((one) => one.team?.id === team?.id)?.summary}
              />
            );
          })}
        </ul>
      </Panel>
    </>
  );
}
