import type { Preview, PreviewItem } from '../../api/types';
import { formatDay } from '../../format/dates';
import { DaySpan } from '../../components/DaySpan';
import { useI18n } from '../../i18n';
import { type By, planGroups } from './planGroups';
import { useGroupName } from './useGroupName';

function PlanRow({ item, group }: { item: PreviewItem; group: string }) {
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
            group,
            t('counts.deliverables', { count: item.deliverables.length }),
            t('counts.checks', { count: item.checks.length }),
          ].join(' · ')}
        </p>
      </div>
    </li>
  );
}

/** The plan as a list of dates, by stage or sub-team; the first group stands open. */
export function PreviewPlan({ plan, by }: { plan: Preview; by: By }) {
  const { t } = useI18n();
  const nameOf = useGroupName(plan);
  const other = by === 'stage' ? 'team' : 'stage';
  return (
    <section className="preview-plan" aria-label={t('start.plan')}>
      {planGroups(plan, by).map(({ key, items }, index) => {
        const days = items.flatMap((item) => [item.startDay, item.dueDay]).sort();
        return (
          <details key={`${by} ${key}`} open={index === 0}>
            <summary>
              <h3>{nameOf(by, key)}</h3>
              <span className="muted">{t('counts.workItems', { count: items.length })}</span>
              <span className="when">
                <DaySpan from={days[0] ?? null} to={days.at(-1) ?? null} />
              </span>
            </summary>
            <ol>
              {items.map((item) => (
                <PlanRow key={item.place} item={item} group={nameOf(other, item[other])} />
              ))}
            </ol>
          </details>
        );
      })}
    </section>
  );
}
