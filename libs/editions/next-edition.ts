import { addDays, daysBetween, type Day, yearOf } from '@convener/kernel';
import type { WorkingCalendar } from '@convener/schedule';

export interface EventDays {
  opening: Day;
  closing: Day;
}

/** Fifty-two weeks: a year on, on the same weekday. */
const ONE_YEAR = 364;

/** The days of the next edition where nobody has said them: a year on, the same weekdays, the same length. */
export function nextDays({ opening, closing }: EventDays): EventDays {
  return { opening: addDays(opening, ONE_YEAR), closing: addDays(closing, ONE_YEAR) };
}

/** The name with its years and its count of editions (第 12 屆) raised. */
export function nextName(name: string, before: Day, after: Day): string {
  const years = Math.max(1, yearOf(after) - yearOf(before));
  return name
    .replace(/(?<!\d)(?:19|20|21)\d{2}(?!\d)/g, (year) => String(Number(year) + years))
    .replace(
      /第(\s*)(\d+)(\s*)屆/g,
      (_, left: string, count: string, right: string) => `第${left}${Number(count) + 1}${right}屆`,
    );
}

/**
 * Where a day that people gave goes in the next edition: as far from the opening as it was, from the closing where it lay
 * behind that; before the opening back to a working day, behind the closing on to one. Event days stay event days.
 */
export function carriedDay(day: Day, before: EventDays, after: EventDays, calendar: WorkingCalendar): Day {
  if (day > before.closing) return calendar.onOrAfter(addDays(after.closing, daysBetween(before.closing, day)));
  const moved = addDays(after.opening, daysBetween(before.opening, day));
  if (day < before.opening) return calendar.onOrBefore(moved);
  return moved > after.closing ? after.closing : moved;
}

/** A day given by hand for an anchor, moved as far as the opening; off days stay, people chose them. */
export function carriedAnchor(day: Day, before: EventDays, after: EventDays): Day {
  return day > before.closing
    ? addDays(after.closing, daysBetween(before.closing, day))
    : addDays(after.opening, daysBetween(before.opening, day));
}

/** Whether something is among what is kept: everything, nothing, or these ids. */
export function isKept(id: string, keep: boolean | readonly string[] | undefined): boolean {
  return typeof keep === 'object' ? keep.includes(id) : keep === true;
}
