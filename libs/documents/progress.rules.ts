import { type Day, daysBetween } from '@convener/kernel';
import type { Dated } from '@convener/overview';
import { type CountedItem, isLate, type Progress, progressOf, type Tally } from '@convener/projects';
import type { About } from '@convener/reports';
import { percentOf } from './money';
import { doneDay } from './schedule.rules';
import type { BookedWork } from './work-book';
import type { WorkGroup } from './work-groups';

export type TallyOf = (itemId: string) => Tally;

/** How a group of work stands against what was to be reached by a day. */
export interface Reached {
  name: string;
  /** What applies. */
  total: number;
  /** Due by that day. */
  planned: number;
  /** Of what was due by then. */
  plannedDone: number;
  done: number;
  late: number;
  /** plannedDone of planned, and done of total, in percent; null where there is nothing to reach. */
  onPlan: number | null;
  rate: number | null;
  progress: Progress;
}

/** `by`: the day up to which the plan is held; `today` is countingDay(), null while the project rests. */
export function reachedOf({ name, work }: WorkGroup, by: Day, today: Day | null, tallyOf: TallyOf): Reached {
  const planned = work.filter(({ item }) => item.dueDay !== null && item.dueDay <= by);
  const plannedDone = planned.filter(({ item }) => item.status === 'done').length;
  const progress = progressOf(
    work.map((one) => countedOf(one, tallyOf)),
    today,
  );
  const total = progress.workItems.total - progress.workItems.notApplicable;
  const { done } = progress.workItems;
  return {
    ...{ name, total, planned: planned.length, plannedDone, done, late: progress.overdue, progress },
    onPlan: percentOf(plannedDone, planned.length),
    rate: percentOf(done, total),
  };
}

export const countedOf = ({ item }: BookedWork, tallyOf: TallyOf): CountedItem => ({
  ...{ status: item.status, dueDay: item.dueDay },
  tally: tallyOf(item.id),
});

export interface LateWork {
  work: BookedWork;
  /** Its own due day, or that of a deliverable which nobody has handed in, whichever is earlier. */
  due: Day;
  days: number;
}

/** The latest first. */
export function lateWork(work: readonly BookedWork[], today: Day | null, tallyOf: TallyOf): LateWork[] {
  if (today === null) return [];
  return work
    .flatMap((one) => {
      const counted = countedOf(one, tallyOf);
      const due = [counted.dueDay, counted.tally.nextDueDay].filter((day) => day !== null).sort()[0];
      return isLate(counted, today) && due ? [{ work: one, due, days: daysBetween(due, today) }] : [];
    })
    .sort((a, b) => b.days - a.days);
}

/** Those that wait longest first. */
export function waitingWork(work: readonly BookedWork[]): BookedWork[] {
  const since = ({ item }: BookedWork) => item.waitingSince ?? Number.MAX_SAFE_INTEGER;
  return work.filter(({ item }) => item.status === 'waiting').sort((a, b) => since(a) - since(b));
}

/** As the rules of deviations compare it. */
export const datedOf = (about: Pick<About, 'project'>, { item }: BookedWork): Dated => ({
  ...{ id: item.id, baselineDueDay: item.baselineDueDay, dueDay: item.dueDay },
  doneDay: doneDay(about, item),
});
