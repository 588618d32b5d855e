import { addDays, type Day, daysBetween, earlier, later } from '@convener/kernel';
import type { Project } from '@convener/projects';
import { type Occurrence, occurrences, type WorkingCalendar } from '@convener/schedule';
import type { RecurringWork } from './recurring-work.entity';

/** So many days ahead an occurrence becomes a work item. */
export const AHEAD_DAYS = 14;

/** The longest time that work may come again: five years. */
export const LONGEST_DAYS = 5 * 366;

type Ends = Pick<RecurringWork, 'untilDay' | 'untilAnchor'>;
export type Anchored = Pick<Project, 'openingDay' | 'closingDay' | 'anchors'>;

/** The last day that counts: the given one, or that of its anchor as it now is; null where the project has no such anchor. */
export function endOf({ untilDay, untilAnchor }: Ends, { openingDay, closingDay, anchors }: Anchored): Day | null {
  if (untilDay !== null) return untilDay;
  if (untilAnchor === 'opening') return openingDay;
  if (untilAnchor === 'closing') return closingDay;
  return anchors.find(({ key }) => key === untilAnchor)?.day ?? null;
}

/** The day to which occurrences should be work items by now. */
export function horizonOf(end: Day, today: Day): Day {
  return earlier(end, addDays(today, AHEAD_DAYS));
}

/** Whether occurrences are missing or stand beyond the end. */
export function wantsLook({ generatedUntil }: Pick<RecurringWork, 'generatedUntil'>, end: Day, today: Day): boolean {
  return generatedUntil === null || horizonOf(end, today) > generatedUntil || end < generatedUntil;
}

/** The occurrences that should become work items now: not yet made, inside the horizon, and not past. */
export function missingOf(
  work: RecurringWork,
  end: Day,
  today: Day,
  calendar: Pick<WorkingCalendar, 'onOrAfter'>,
): Occurrence[] {
  const horizon = horizonOf(end, today);
  const after = work.generatedUntil ?? '';
  return occurrences(work, end, calendar).filter(
    ({ slot, day }) => slot > after && slot <= horizon && day >= later(today, work.fromDay),
  );
}

export function isTooLong(fromDay: Day, end: Day): boolean {
  return daysBetween(fromDay, end) > LONGEST_DAYS;
}
