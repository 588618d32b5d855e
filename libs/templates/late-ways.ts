import type { Day } from '@convener/kernel';
import type { WorkingCalendar } from '@convener/schedule';
import { LATE_STARTS, type LateStart } from './late-start';
import { planProject, type PlannedDays, type StartAnswers } from './plan-project';
import type { Template } from './template.types';

/** What one way of treating a late start would make of the project. Rows are work items and deliverables. */
export interface LateWay {
  way: LateStart;
  workItems: number;
  /** Rows that would count as done on the first day. */
  settled: number;
  /** Rows that would move to later days. */
  moved: number;
  /** Rows that would not come into the project. */
  leftOut: number;
  /** The first due day of what would be left to do; null where nothing would. */
  firstDue: Day | null;
}

/** Every way, so that a manager can choose by what it leads to. */
export function lateWays(template: Template, answers: StartAnswers, calendar: WorkingCalendar, today: Day): LateWay[] {
  return LATE_STARTS.map((way) => {
    const plan = planProject(template, { ...answers, lateStart: way }, calendar, today);
    const rows: (PlannedDays & { settled: boolean })[] = plan.items.flatMap((item) => [item, ...item.deliverables]);
    const open = rows.filter(({ settled }) => !settled);
    return {
      way,
      workItems: plan.counts.workItems,
      settled: rows.length - open.length,
      moved: open.filter(({ dueDay, plannedDueDay }) => dueDay !== plannedDueDay).length,
      leftOut: plan.leftOut.filter(({ reason }) => reason.code === 'late-start').length,
      firstDue: open.map(({ dueDay }) => dueDay).sort()[0] ?? null,
    };
  });
}
