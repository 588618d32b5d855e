import { addDays, type Day } from '@convener/kernel';
import { type CountedItem, isLate } from '@convener/projects';

/** How far ahead a manager looks. */
export const AHEAD_DAYS = 14;

/** Open work that a manager looks at first; overdue work that waits for somebody stands in both lists. */
export interface Attention<R> {
  overdue: R[];
  waiting: R[];
  /** Due from today on, and not overdue otherwise. */
  ahead: R[];
}

/** `items` are open and in the order in which each list shall be; `today` is countingDay(). */
export function attentionOf<R extends CountedItem>(items: readonly R[], today: Day | null): Attention<R> {
  const late = (item: R) => isLate(item, today);
  const last = today && addDays(today, AHEAD_DAYS);
  return {
    overdue: items.filter(late),
    waiting: items.filter(({ status }) => status === 'waiting'),
    ahead: items.filter((item) => isAhead(item.dueDay, today, last) && !late(item)),
  };
}

/** Whether a day lies from today to the last day; null where nothing counts. */
export function isAhead(day: Day | null, today: Day | null, last: Day | null): boolean {
  return day !== null && today !== null && last !== null && day >= today && day <= last;
}
