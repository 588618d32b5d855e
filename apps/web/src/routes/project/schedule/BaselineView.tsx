import { Link } from '@tanstack/react-router';
import { api } from '../../../api/client';
import { type Baseline, type BaselineRow, may, type Project } from '../../../api/types';
import { AskButton } from '../../../components/AskButton';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { formatDay, formatInstant } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { DeviationLine } from './DeviationLine';

const OFF = ['later', 'earlier', 'done-late'] as const;
type Off = (typeof OFF)[number];
const isOff = (kind: string | undefined): kind is Off => OFF.some((one) => one === kind);

function Item({ row, projectId }: { row: BaselineRow; projectId: string }) {
  const { t, pick } = useI18n();
  const { deviation, baselineDueDay, dueDay, doneDay } = row;
  const day = doneDay ?? dueDay;
  if (!deviation || !isOff(deviation.kind) || !baselineDueDay || !day) return null;
  return (
    <li className="row-link">
      <Link to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: row.id }} className="cover">
        {row.code && <span className="code">{row.code}</span>}
        {pick(row.title, row.titleEn)}
      </Link>
      <span className="day">{t('network.move', { from: formatDay(baselineDueDay), to: formatDay(day) })}</span>
      <small className={deviation.days > 0 ? 'schedule-late' : 'muted'}>
        {t(`baseline.kind.${deviation.kind}`, { count: Math.abs(deviation.days) })}
      </small>
    </li>
  );
}

/** Who set a new baseline when, and why. */
function History({ rows, zone }: { rows: Baseline['baselines']; zone: string }) {
  const { t } = useI18n();
  if (rows.length === 0) return null;
  return (
    <Panel title={t('baseline.history')}>
      <ul className="moved-rows">
        {rows.map(({ id, by, at, reason }) => (
          <li key={id}>
            <span>{reason}</span>
            <small className="muted">
              {t('baseline.setBy', { name: by?.name ?? t('activity.system'), at: formatInstant(at, zone) })}
            </small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function SetBaseline({ projectId }: { projectId: string }) {
  const { t } = useI18n();
  const set = api.useMutation('post', '/api/projects/{id}/baseline', { meta: { quiet: true } });
  return (
    <AskButton
      title={t('baseline.set')}
      label={t('common.reason')}
      intro={<p className="field-hint">{t('baseline.setHint')}</p>}
      onConfirm={(reason) => set.mutateAsync({ params: { path: { id: projectId } }, body: { reason } })}
    >
      {t('baseline.set')}
    </AskButton>
  );
}

/** The baseline against now against done, by stage, sub-team and work item. */
export function BaselineView({ project }: { project: Project }) {
  const { t, pick } = useI18n();
  const query = api.useQuery('get', '/api/projects/{id}/baseline', { params: { path: { id: project.id } } });
  if (!query.data) return <LoadState query={query} />;
  const { items, stages, teams, baselines } = query.data;
  const titles = new Map(items.map(({ id, title, titleEn }) => [id, pick(title, titleEn)]));
  const off = items.filter(({ deviation }) => isOff(deviation?.kind));
  return (
    <>
      <Panel
        title={t('baseline.whole')}
        actions={may(project, 'set-baseline') && <SetBaseline projectId={project.id} />}
      >
        <DeviationLine summary={query.data.project} titles={titles} />
      </Panel>
      <Panel title={t('baseline.byStage')}>
        {stages.map(({ stage, summary }) => (
          <DeviationLine key={stage} name={t(`stage.${stage}`)} summary={summary} titles={titles} />
        ))}
      </Panel>
      <Panel title={t('baseline.byTeam')}>
        {teams.map(({ team, summary }) => {
          const name = team ? pick(team.name, team.nameEn) : t('team.none');
          return <DeviationLine key={team?.id ?? 'none'} name={name} summary={summary} titles={titles} />;
        })}
      </Panel>
      {off.length > 0 && (
        <Panel title={t('baseline.items')} count={off.length}>
          <ul className="moved-rows">
            {off.map((row) => (
              <Item key={row.id} row={row} projectId={project.id} />
            ))}
          </ul>
        </Panel>
      )}
      <History rows={baselines} zone={project.zone} />
    </>
  );
}
