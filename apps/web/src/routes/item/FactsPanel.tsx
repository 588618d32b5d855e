import { may, type Project, type WorkItem } from '../../api/types';
import { DueDay } from '../../components/DueDay';
import { Fact } from '../../components/Fact';
import { Panel } from '../../components/Panel';
import { formatDay } from '../../format/dates';
import { DaySpan } from '../../components/DaySpan';
import { roleName } from '../../format/roles';
import { ruleInWords } from '../../format/rules';
import { useI18n } from '../../i18n';
import { countable, useMilestones } from '../project/planning/useMilestones';
import { EditFacts } from './EditFacts';

interface Props {
  item: WorkItem;
  project: Project;
}

/** What the plan said at the start, where the dates have moved since. */
function Baseline({ item }: { item: WorkItem }) {
  const { t } = useI18n();
  const moved =
    item.baselineDueDay !== null && (item.baselineDueDay !== item.dueDay || item.baselineStartDay !== item.startDay);
  if (!moved) return null;
  return (
    <Fact term={t('item.baseline')}>
      <DaySpan from={item.baselineStartDay} to={item.baselineDueDay} />
    </Fact>
  );
}

function Dates({ item, project }: Props) {
  const { t } = useI18n();
  const milestones = useMilestones(project.id);
  return (
    <>
      <Fact term={t('word.dueDay')}>
        <DueDay day={item.dueDay} time={item.dueTime} overdue={item.overdue} />
      </Fact>
      <Fact term={t('word.startDay')}>
        {item.startDay ? <span className="day">{formatDay(item.startDay)}</span> : t('date.none')}
      </Fact>
      <Baseline item={item} />
      {item.dueRule && (
        <Fact term={t('item.rule')}>
          {ruleInWords(item.dueRule, countable(project, milestones.data?.items))}
          {item.handSet && <small className="muted"> {t('replan.handSet')}</small>}
        </Fact>
      )}
      {item.dayBasis && item.dayBasis !== 'official' && (
        <Fact term={t('replan.basis')}>{t(`replan.${item.dayBasis}`)}</Fact>
      )}
    </>
  );
}

export function FactsPanel({ item, project }: Props) {
  const { t, pick } = useI18n();
  const edits = may(item, 'edit');
  const assigns = may(item, 'assign');
  return (
    <Panel
      title={t('item.facts')}
      actions={(edits || assigns) && <EditFacts item={item} project={project} edits={edits} />}
    >
      <dl className="fact-list">
        <Fact term={t('word.assignee')}>
          {item.assignee?.name ?? <span className="muted">{t('list.unassigned')}</span>}
        </Fact>
        <Fact term={t('word.team')}>{item.team ? pick(item.team.name, item.team.nameEn) : t('team.none')}</Fact>
        <Fact term={t('item.owner')}>{roleName(item.ownerRole)}</Fact>
        <Dates item={item} project={project} />
      </dl>
    </Panel>
  );
}
