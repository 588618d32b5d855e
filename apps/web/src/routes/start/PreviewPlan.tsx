import { STAGES, type Preview, type PreviewItem } from '../../api/types';
import { formatDay } from '../../format/dates';
import { DaySpan } from '../../components/DaySpan';
import { useI18n } from '../../i18n';

function PlanRow({ item, team }: { item: PreviewItem; team: string | undefined }) {
  const { t, pick } = useI18n();
  const moved = item.plannedDueDay !== item.dueDay;
  return (
    <li className="plan-row">
      <span className="when">
        <DaySpan from={item.startDay} to={item.dueDay} />
      </span>
      <div>
        <p>
          {item.code && <span className="code">{item.code}</span>}
          {pick(item.title, item.titleEn)}
          {item.settled && <span className="tag">{t('late.settled')}</span>}
          {moved && <span className="tag tag-soon">{t('late.moved', { day: formatDay(item.plannedDueDay) })}</span>}
        </p>
        <p className="muted">
          {[
            team,
            t('counts.deliverables', { count: item.deliverables.length }),
            t('counts.checks', { count: item.checks.length }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
    </li>
  );
}

/** The plan as a list of dates, stage by stage; the first stage stands open. */
export function PreviewPlan({ plan }: { plan: Preview }) {
  const { t, pick } = useI18n();
  const teamName = (key: string | null) => {
    const team = plan.teams.find((one) => one.key === key);
    return team && pick(team.name, team.nameEn);
  };
  const stages = STAGES.map((stage) => ({ stage, items: plan.items.filter((item) => item.stage === stage) })).filter(
    ({ items }) => items.length > 0,
  );
  return (
    <section className="preview-plan" aria-label={t('start.plan')}>
      {stages.map(({ stage, items }, index) => {
        const days = items.flatMap((item) => [item.startDay, item.dueDay]).sort();
        return (
          <details key={stage} open={index === 0}>
            <summary>
              <h2>{t(`stage.${stage}`)}</h2>
              <span className="muted">{t('counts.workItems', { count: items.length })}</span>
              <span className="when">
                <DaySpan from={days[0] ?? null} to={days.at(-1) ?? null} />
              </span>
            </summary>
            <ol>
              {[...items]
                .sort((a, b) => a.startDay.localeCompare(b.startDay))
                .map((item) => (
                  <PlanRow key={item.place} item={item} team={teamName(item.team)} />
                ))}
            </ol>
          </details>
        );
      })}
    </section>
  );
}
