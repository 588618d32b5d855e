import { instantAt } from '@convener/kernel';
import type { AppliedRule, RuleSet, SubjectFacts, SubjectPlan } from '@convener/reminders';
import { WorkingCalendar } from '@convener/schedule';
import type { Recipient, ReminderPolicy } from '@convener/templates';

/** Zones far apart, one of them across the date line. */
export const ZONES = ['Asia/Taipei', 'America/New_York', 'Pacific/Apia'] as const;

/** The reminders that most templates have: a week before, the day before, the working day after. */
export const THREE_NUDGES: ReminderPolicy = {
  at: '09:00',
  rules: [
    { key: '7d-before', days: -7 },
    { key: '1d-before', days: -1 },
    { key: '1wd-after', workingDays: 1 },
  ],
};

/** A calendar whose only day off stands before a weekend. */
export const LONG_WEEKEND = new WorkingCalendar(
  [{ year: 2026, status: 'official', daysOff: [{ date: '2026-10-09', name: '補假(國慶日 10-10)' }] }],
  [],
);

/** Who is who around a subject: some are two things at once. */
export const PEOPLE: Record<Recipient, string | null> = {
  ...{ assignee: 'an', preparer: 'an', accepter: 'bo', lead: 'bo', manager: 'cy', client: 'di' },
};

/** Rules that apply at nine where they say nothing else. */
export function ruleSet(...rules: AppliedRule[]): RuleSet {
  return { at: '09:00', rules };
}

/** An open work item of `an`, due on 14 October 2026. */
export function aSubject(change: Partial<SubjectPlan> = {}, facts: Partial<SubjectFacts> = {}): SubjectPlan {
  const all = { startDay: null, outstanding: true, status: 'doing', statusSince: null, idleSince: null, ...facts };
  return {
    ...{ ref: { type: 'work-item' as const, id: 'item' }, dueDay: '2026-10-14', open: true, personId: 'an' },
    ...{ facts: { people: PEOPLE, ...all }, ...change },
  };
}

/** Nine o’clock of a day in a zone, in epoch milliseconds. */
export function morning(day: string, zone: string): number {
  return instantAt(day, '09:00', zone);
}
