import { addDays, type Day, daysBetween, weekday } from '@convener/kernel';
import { type CountedItem, isLate, isOpenItem } from '@convener/projects';

/** How many weeks ahead the load is told week by week, this one included. */
export const LOAD_WEEKS = 8;

/** The Mondays of `count` weeks, from the week in which `day` lies: ISO weeks begin on Monday. */
export function weeksFrom(day: Day, count: number): Day[] {
  const monday = addDays(day, -((weekday(day) + 6) % 7));
  return Array.from({ length: count }, (_, week) => addDays(monday, 7 * week));
}

/** Open work items by when they are due: each is counted once, so the parts add up to `open`. */
export interface Load {
  open: number;
  /** Overdue; while the project rests and nothing is late, what was due before the first week. */
  past: number;
  weeks: number[];
  /** After the last week. */
  later: number;
  undated: number;
}

/** `weeks` are weeksFrom(), `today` is countingDay(). */
export function loadOf(items: readonly CountedItem[], weeks: readonly Day[], today: Day | null): Load {
  const load: Load = { open: 0, past: 0, weeks: weeks.map(() => 0), later: 0, undated: 0 };
  for (const item of items.filter(isOpenItem)) {
    load.open += 1;
    const week = item.dueDay === null ? null : Math.floor(daysBetween(weeks[0]!, item.dueDay) / 7);
    if (isLate(item, today)) load.past += 1;
    else if (week === null) load.undated += 1;
    else if (week < 0) load.past += 1;
    else if (week >= weeks.length) load.later += 1;
    else load.weeks[week]! += 1;
  }
  return load;
}

/** Fewer than these in a week are never much, however little the others have. */
const NEVER_MUCH = 4;

/** Whether somebody has much more to finish in a week than the others: over twice what they have on average. */
export function isHeavy(count: number, others: readonly number[]): boolean {
  if (count < NEVER_MUCH || others.length === 0) return false;
  return count * others.length > 2 * others.reduce((sum, other) => sum + other, 0);
}
