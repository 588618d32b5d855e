import { addDays, type Day } from '@convener/kernel';
import { plannableProblems } from '@convener/schedule';
import { wrongField } from './rows';

export interface Days {
  startDay: Day | null;
  dueDay: Day | null;
}

/** The days of a row moved by so many calendar days. */
export function shifted({ startDay, dueDay }: Days, days: number): Days {
  return { startDay: startDay && addDays(startDay, days), dueDay: dueDay && addDays(dueDay, days) };
}

/**
 * Where the open deliverables of a work item go when its due day moves: one that was due with it stays due with it, one
 * that would be due after it comes forward, the others stay.
 */
export function followDue(deliverable: Days, before: Day | null, after: Day | null): Days {
  const { startDay, dueDay } = deliverable;
  if (after === null || dueDay === null) return deliverable;
  const moves = dueDay === before || dueDay > after;
  if (!moves) return deliverable;
  return { startDay: startDay && startDay > after ? after : startDay, dueDay: after };
}

/** Throws 400 at `pointer` for a day that no plan can hold. */
export function requirePlannable(day: Day, pointer: string): void {
  const [problem] = plannableProblems(day, pointer);
  if (problem) throw wrongField(pointer, problem);
}

/**
 * Throws 400 at a changed day that no plan can hold, and where the row would start after it is due. `at` is the pointer
 * of the row in the request.
 */
export function requireDays({ startDay, dueDay }: Days, changed: Partial<Days>, at = ''): void {
  for (const field of ['startDay', 'dueDay'] as const) {
    const day = changed[field];
    if (day) requirePlannable(day, `${at}/${field}`);
  }
  if (!startDay || !dueDay || startDay <= dueDay) return;
  throw wrongField(`${at}/${changed.dueDay ? 'dueDay' : 'startDay'}`, {
    zh: '開始日不能晚於期限。',
    en: 'The start must not come after the due day.',
  });
}
