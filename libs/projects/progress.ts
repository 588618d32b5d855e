import { addDays, type Day, dayAt } from '@convener/kernel';
import type { Project } from './project.entity';
import type { Tally } from './tallies';
import { isOpenItem, type WorkItemStatus } from './transitions';

export interface Progress {
  workItems: { total: number; done: number; notApplicable: number };
  deliverables: { total: number; settled: number; submitted: number };
  checks: { total: number; decided: number };
  overdue: number;
  dueSoon: number;
}

/** How far ahead counts as soon. */
export const SOON_DAYS = 7;

/** The day in the project's zone by which its work is overdue or soon due; null while it rests: nobody is late then. */
export function countingDay({ status, zone }: Pick<Project, 'status' | 'zone'>, now: number): Day | null {
  return status === 'on-hold' || status === 'cancelled' ? null : dayAt(now, zone);
}

/** Overdue from 00:00 of the day after the due day, project time. `today` is countingDay(). */
export function isOverdue(row: { dueDay: Day | null }, today: Day | null): boolean {
  return today !== null && row.dueDay !== null && row.dueDay < today;
}

export interface CountedItem {
  status: WorkItemStatus;
  dueDay: Day | null;
  tally: Tally;
}

/** Where a group of work items stands. What is not applicable takes its deliverables and checks out of the count. */
export function progressOf(items: readonly CountedItem[], today: Day | null): Progress {
  const applicable = items.filter(({ status }) => status !== 'not-applicable');
  const sum = (of: (tally: Tally) => number) => applicable.reduce((total, { tally }) => total + of(tally), 0);
  const open = items.filter(isOpenItem);
  const late = open.filter((item) => isLate(item, today));
  const soon = open.filter(
    (item) =>
      today !== null && !isLate(item, today) && item.dueDay !== null && item.dueDay <= addDays(today, SOON_DAYS),
  );
  return {
    workItems: {
      total: items.length,
      done: items.filter(({ status }) => status === 'done').length,
      notApplicable: items.length - applicable.length,
    },
    deliverables: {
      total: sum(({ deliverables }) => deliverables.total),
      settled: sum(({ deliverables }) => deliverables.settled),
      submitted: sum(({ deliverables }) => deliverables.submitted),
    },
    checks: { total: sum(({ checks }) => checks.total), decided: sum(({ checks }) => checks.decided) },
    overdue: late.length,
    dueSoon: soon.length,
  };
}

/** An open item is late when it is overdue itself or holds an overdue deliverable that nobody has handed in. */
export function isLate(item: CountedItem, today: Day | null): boolean {
  if (!isOpenItem(item)) return false;
  return isOverdue(item, today) || isOverdue({ dueDay: item.tally.nextDueDay }, today);
}
