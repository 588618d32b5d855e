import { addDays, type Day, daysBetween, weekday } from '@convener/kernel';
import type { WorkingCalendar } from './calendar';

export const RHYTHMS = ['week', 'two-weeks', 'month'] as const;
export type Rhythm = (typeof RHYTHMS)[number];
export const DAYS_OFF_RULES = ['move', 'skip'] as const;
export type DaysOffRule = (typeof DAYS_OFF_RULES)[number];

/** Work that comes again, such as the weekly meeting. */
export interface Recurrence {
  every: Rhythm;
  /** 0 Sunday … 6 Saturday, for weeks. */
  weekday: number | null;
  /** 1 … 31, for months; the last day of a month that is shorter. */
  monthDay: number | null;
  /** The first day that counts; two-week rhythms count from the first weekday on it or after it. */
  fromDay: Day;
  /** What becomes of one on a day off: `move` to the next working day, or `skip` it. */
  daysOff: DaysOffRule;
}

export interface Occurrence {
  /** The day that the rhythm names; it tells one occurrence from another, whatever the calendar becomes. */
  slot: Day;
  /** The working day on which it is held. */
  day: Day;
}

/**
 * All occurrences to `untilDay`, in order, each on a working day of its own. One that would move past the end or onto the
 * day of the next one falls away, as it would be held twice.
 */
export function occurrences(
  rule: Recurrence,
  untilDay: Day,
  calendar: Pick<WorkingCalendar, 'onOrAfter'>,
): Occurrence[] {
  const slots = slotsOf(rule, untilDay);
  return slots.flatMap((slot, index) => {
    const day = calendar.onOrAfter(slot);
    if (day === slot) return [{ slot, day }];
    const next = slots[index + 1];
    const taken = day > untilDay || (next !== undefined && day >= next);
    return rule.daysOff === 'skip' || taken ? [] : [{ slot, day }];
  });
}

function slotsOf(rule: Recurrence, untilDay: Day): Day[] {
  return rule.every === 'month' ? monthly(rule, untilDay) : weekly(rule, untilDay);
}

function weekly({ every, weekday: wanted, fromDay }: Recurrence, untilDay: Day): Day[] {
  const found: Day[] = [];
  const step = every === 'week' ? 7 : 14;
  const first = addDays(fromDay, ((wanted ?? 0) - weekday(fromDay) + 7) % 7);
  for (let day = first; day <= untilDay; day = addDays(day, step)) found.push(day);
  return found;
}

function monthly({ monthDay, fromDay }: Recurrence, untilDay: Day): Day[] {
  const found: Day[] = [];
  for (let first = `${fromDay.slice(0, 7)}-01`; first <= untilDay; first = nextMonth(first)) {
    const day = addDays(first, Math.min(monthDay ?? 1, daysBetween(first, nextMonth(first))) - 1);
    if (day >= fromDay && day <= untilDay) found.push(day);
  }
  return found;
}

/** The first day of the month behind this first day of a month. */
const nextMonth = (first: Day): Day => `${addDays(first, 31).slice(0, 7)}-01`;
