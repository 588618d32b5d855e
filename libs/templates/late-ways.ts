import type { Day } from '@convener/kernel';
import type { WorkingCalendar } from '@convener/schedule';
import { LATE_STARTS, type LateStart } from './late-start';
import { type PlannedDays, type PlannedItem, planProject, type StartAnswers } from './plan-project';
import type { Template } from './template.types';

/** What one way of treating a late start would make of the project. A row is a work item, or a deliverable of one that is not. */
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

type Row = PlannedDays & { settled: boolean };

/** Every way, so that a manager can choose by what it leads to. */
export function lateWays(template: Template, answers: StartAnswers, calendar: WorkingCalendar, today: Day): LateWay[] {
  return LATE_STARTS.map((way) => {
    const plan = planProject(template, { ...answers, lateStart: way }, calendar, today);
    const rows = plan.items.flatMap((item): Row[] => [item, ...item.deliverables]);
    const due = rows.filter(({ settled }) => !settled).map(({ dueDay }) => dueDay);
    return {
      way,
      workItems: plan.counts.workItems,
      settled: countRows(plan.items, ({ settled }) => settled),
      moved: countRows(plan.items, ({ settled, dueDay, plannedDueDay }) => !settled && dueDay !== plannedDueDay),
      leftOut: plan.leftOut.filter(({ reason }) => reason.code === 'late-start').length,
      firstDue: due.sort()[0] ?? null,
    };
  });
}

/** Counted as late rows are: a work item stands for its deliverables too. */
function countRows(items: readonly PlannedItem[], is: (row: Row) => boolean): number {
  return items.reduce((sum, item) => sum + (is(item) ? 1 : item.deliverables.filter(is).length), 0);
}
