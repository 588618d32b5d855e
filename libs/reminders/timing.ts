import { addDays, type Day, instantAt } from '@convener/kernel';
import type { ReminderPolicy, ReminderRule, WorkingCalendar } from '@convener/templates';

/** One nudge that a due day asks for: which rule wants it and the instant (epoch ms) at which it fires. */
export interface Nudge {
  rule: string;
  fireAt: number;
}

export type WorkingDays = Pick<WorkingCalendar, 'addWorkingDays'>;

/**
 * The nudges that a due day still wants after `now` (epoch ms): each rule's day at the policy's wall time in the
 * project's `zone`. An instant that has come already is never wanted, so a late start brings no flood.
 */
export function nudgesFor(
  dueDay: Day,
  zone: string,
  policy: ReminderPolicy,
  calendar: WorkingDays,
  now: number,
): Nudge[] {
  return policy.rules
    .map((rule) => ({ rule: rule.key, fireAt: instantAt(dayOf(rule, dueDay, calendar), policy.at, zone) }))
    .filter(({ fireAt }) => fireAt > now);
}

function dayOf(rule: ReminderRule, dueDay: Day, calendar: WorkingDays): Day {
  const day = addDays(dueDay, rule.days ?? 0);
  return rule.workingDays === undefined ? day : calendar.addWorkingDays(day, rule.workingDays);
}
