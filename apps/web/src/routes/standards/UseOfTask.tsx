import { Link } from '@tanstack/react-router';
import type { Standard } from '../../api/types';
import { DeliverableMark, StatusMark } from '../../components/StatusMark';
import { workflowName } from '../../format/workflows';
import { useI18n } from '../../i18n';
import { anchorOf } from './anchors';
import { type TaskUse, useReading } from './reading';

type Task = Standard['duties'][number]['tasks'][number];
type PlacedBy = TaskUse['placedBy'][number];
type RunBy = TaskUse['runBy'][number];

/** Which templates place a task, and in which of the reader's projects it is run. */
export function UseOfTask({ task }: { task: Task }) {
  const { t } = useI18n();
  const { use } = useReading();
  const found = use?.tasks.find(({ place }) => place === task.place);
  if (!found) return null;
  const { placedBy, runBy } = found;
  return (
    <details className="task-use">
      <summary>
        <span>{t('standard.use.title')}</span>
        <span className="muted">
          {t('standard.use.templates', { count: placedBy.length })}
          {' · '}
          {t('standard.use.projects', { count: runBy.length })}
        </span>
      </summary>
      <ul className="uses">
        {placedBy.map((one) => (
          <Placed key={one.template} one={one} task={task} />
        ))}
      </ul>
      {runBy.length === 0 ? (
        <p className="muted">{t('standard.use.noProject')}</p>
      ) : (
        <ul className="uses">
          {runBy.map((one) => (
            <Run key={one.itemId} one={one} task={task} />
          ))}
        </ul>
      )}
      {use?.moreProjects && <p className="muted">{t('standard.use.moreProjects', { count: use.projects.length })}</p>}
    </details>
  );
}

const codeOf = (task: Task, place: string) => {
  const output = task.outputs.find((one) => one.place === place);
  return output?.code ?? output?.title ?? place;
};

function Placed({ one, task }: { one: PlacedBy; task: Task }) {
  const { t, pick } = useI18n();
  const { standard, use } = useReading();
  const template = use?.templates.find(({ slug }) => slug === one.template);
  if (!template) return null;
  const missing = task.outputs.filter(({ place }) => !one.outputs.some((output) => output.place === place));
  const said = (all: { zh: string; en: string }[]) => all.map(({ zh, en }) => pick(zh, en)).join(t('standard.use.or'));
  return (
    <li>
      <p>
        <Link to="/templates/$slug" params={{ slug: one.template }} hash={anchorOf(`${standard.slug}/${task.place}`)}>
          {pick(template.name, template.nameEn)}
        </Link>{' '}
        <span className="muted">{t('template.version', { version: template.version })}</span>
        {template.house && <span className="tag">{t('standard.use.house')}</span>}
      </p>
      <p className="muted">
        {[t(`stage.${one.stage}`), workflowName(one.workflow), one.team && pick(one.team.name, one.team.nameEn)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {one.leftOutBy.length > 0 && <p className="muted">{t('standard.use.leftOut', { when: said(one.leftOutBy) })}</p>}
      {one.outputs.map(
        ({ place, leftOutBy }) =>
          leftOutBy.length > 0 && (
            <p key={place} className="muted">
              {t('standard.use.outputLeftOut', { output: codeOf(task, place), when: said(leftOutBy) })}
            </p>
          ),
      )}
      {missing.length > 0 && (
        <p className="muted">
          {t('standard.use.notTaken', { outputs: missing.map(({ place }) => codeOf(task, place)).join(' ') })}
        </p>
      )}
    </li>
  );
}

function Run({ one, task }: { one: RunBy; task: Task }) {
  const { t } = useI18n();
  const { use } = useReading();
  const project = use?.projects.find(({ id }) => id === one.projectId);
  if (!project) return null;
  const { projectId } = one;
  return (
    <li>
      <p>
        <Link to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: one.itemId }}>
          {project.name}
        </Link>{' '}
        <StatusMark status={one.status} />
        {project.status !== 'running' && <span className="tag">{t(`health.state.${project.status}`)}</span>}
      </p>
      {one.outputs.length > 0 && (
        <p className="use-outputs">
          {one.outputs.map(({ place, itemId, status }) => (
            <Link key={place + itemId} to="/projects/$projectId/items/$itemId" params={{ projectId, itemId }}>
              <span className="code">{codeOf(task, place)}</span>
              <DeliverableMark status={status} />
            </Link>
          ))}
        </p>
      )}
    </li>
  );
}
