import { addDays, type Day } from '@convener/kernel';

interface Days {
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
