import { Link } from '@tanstack/react-router';
import { may, type Milestone, type Project } from '../../../api/types';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { formatDay } from '../../../format/dates';
import { ruleInWords } from '../../../format/rules';
import { useI18n } from '../../../i18n';
import { EditMilestone, NewMilestone } from './MilestoneForms';
import { ReplanDialog } from './ReplanDialog';
import { countable, useMilestones } from './useMilestones';

/** Says where a day rests on a year whose days off are not certain yet. */
function Basis({ basis }: { basis: Milestone['dayBasis'] }) {
  const { t } = useI18n();
  return basis === 'official' ? null : <span className="tag tag-soon">{t(`replan.${basis}`)}</span>;
}

function MilestoneRow({ milestone, project, anchors }: { milestone: Milestone; project: Project; anchors: Anchors }) {
  const { t, pick } = useI18n();
  const { name, nameEn, kind, rule, amount, note, workItemId } = milestone;
  return (
    <li className="day-row">
      <DayCell day={milestone.day} />
      <div className="day-row-what">
        <h3>
          {pick(name, nameEn)} <span className="tag">{t(`milestones.of.${kind}`)}</span>{' '}
          <Basis basis={milestone.dayBasis} />
        </h3>
        <p className="muted">
          {[rule && ruleInWords(rule, anchors), amount, milestone.key].filter(Boolean).join(' · ')}
        </p>
        {note && <p className="day-row-note">{note}</p>}
      </div>
      <div className="day-row-actions">
        {workItemId && (
          <Link
            to="/projects/$projectId/items/$itemId"
            params={{ projectId: project.id, itemId: workItemId }}
            aria-label={`${t('milestones.toWork')}${t('common.colon')}${pick(name, nameEn)}`}
          >
            {t('milestones.toWork')}
          </Link>
        )}
        {may(project, 'manage-milestones') && <EditMilestone milestone={milestone} anchors={anchors} />}
      </div>
    </li>
  );
}

type Anchors = ReturnType<typeof countable>;

function DayCell({ day }: { day: string }) {
  return (
    <time className="day" dateTime={day}>
      {formatDay(day)}
    </time>
  );
}

function AnchorRow({ anchor }: { anchor: Project['anchors'][number] }) {
  const { t, pick } = useI18n();
  return (
    <li className="day-row">
      <DayCell day={anchor.day} />
      <div className="day-row-what">
        <h3>{pick(anchor.name, anchor.nameEn)}</h3>
        <p className="muted">{anchor.given ? t('replan.given') : t('replan.ownRule')}</p>
      </div>
    </li>
  );
}

/** Anchors and milestones in one list by day, with what changes them. */
export function DaysPanel({ project }: { project: Project }) {
  const { t } = useI18n();
  const query = useMilestones(project.id);
  const milestones = query.data?.items ?? [];
  const anchors = countable(project, milestones);
  const rows = [
    ...project.anchors.map((anchor) => ({ day: anchor.day, row: <AnchorRow key={anchor.key} anchor={anchor} /> })),
    ...milestones.map((milestone) => ({
      day: milestone.day,
      row: <MilestoneRow key={milestone.key} {...{ milestone, project, anchors }} />,
    })),
  ].sort((a, b) => a.day.localeCompare(b.day));
  return (
    <Panel
      title={t('replan.days')}
      actions={
        <div className="panel-actions">
          {may(project, 'manage-milestones') && <NewMilestone project={project} anchors={anchors} />}
          {may(project, 'replan') && <ReplanDialog project={project} />}
        </div>
      }
    >
      <p className="field-hint">{t('replan.daysHint')}</p>
      {!query.data && <LoadState query={query} />}
      <ul className="day-rows">{rows.map(({ row }) => row)}</ul>
    </Panel>
  );
}
