import type { Day } from '@convener/kernel';
import { momentOf, type RuleSet, type SubjectPlan, type SubjectType } from '@convener/reminders';
import type { WorkingCalendar } from '@convener/schedule';
import type { PlannedDays, ProjectPlan, ReminderPolicy } from '@convener/templates';

/** A reminder of the template that would have fired before the start, so nobody gets it. */
export interface SkippedReminder {
  /** Key of its rule. */
  rule: string;
  place: string;
  title: string;
  titleEn: string | null;
  /** The day on which it would have fired. */
  day: Day;
}

interface Row extends PlannedDays {
  place: string;
  title: string;
  titleEn: string | null;
  settled: boolean;
}

/** What the template's rules would have told of a plan's open work until `now` (epoch ms), in the order of the plan. */
export function skippedReminders(
  plan: Pick<ProjectPlan, 'items' | 'anchors'>,
  { at, rules }: ReminderPolicy,
  calendar: WorkingCalendar,
  zone: string,
  now: number,
): SkippedReminder[] {
  const anchors = new Map(plan.anchors.map(({ key, day }) => [key, day]));
  const open = (row: Row) => !row.settled;
  const skippedOf = (rule: RuleSet['rules'][number], row: Row, type: SubjectType): SkippedReminder[] => {
    const moment = momentOf(rule, subjectOf(row, type), at, anchors, calendar, zone);
    if (!moment || moment.fireAt > now) return [];
    const { place, title, titleEn } = row;
    return [{ rule: rule.key, place, title, titleEn, day: moment.day }];
  };
  return plan.items.filter(open).flatMap((item) => {
    const parts = item.deliverables.filter(open);
    return rules.flatMap((rule) => {
      // As remindables() has it: deliverables carry the reminders, and the item where it has none of them.
      const ofItem = rule.subjects === 'work-items' || (rule.subjects === undefined && parts.length === 0);
      return ofItem
        ? skippedOf(rule, item, 'work-item')
        : parts.flatMap((part) => skippedOf(rule, part, 'deliverable'));
    });
  });
}

/** Nobody has touched it, so it has no status to count from. */
function subjectOf({ place, startDay, dueDay }: Row, type: SubjectType): SubjectPlan {
  const nobody = { assignee: null, preparer: null, accepter: null, lead: null, manager: null, client: null };
  const facts = { startDay, outstanding: true, status: '', statusSince: null, people: nobody, idleSince: null };
  return { ref: { type, id: place }, dueDay, open: true, personId: null, facts };
}
