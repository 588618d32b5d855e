import { type Day, earlier } from '@convener/kernel';
import { dayOfRule, parseRule, type WorkingCalendar } from '@convener/schedule';

interface EventDays {
  opening: Day;
  closing: Day;
}

/** The days of a row as its rules name them. */
export interface RuledDays {
  startDay: Day;
  dueDay: Day;
}

/** The day that a rule names. Throws RangeError for text that is no rule, and for an anchor without a day. */
export function ruledDay(text: string, anchors: ReadonlyMap<string, Day>, calendar: WorkingCalendar): Day {
  const rule = parseRule(text);
  const anchorDay = anchors.get(rule.anchor);
  if (!anchorDay) throw new RangeError(`rule "${text}" counts from an anchor that has no day`);
  return dayOfRule(rule, anchorDay, calendar);
}

/** Both days of a row from its rules alone: the due day off days off, and the start never behind it. */
export function ruledDays(
  { start, due }: { start: string; due: string },
  anchors: ReadonlyMap<string, Day>,
  event: EventDays,
  calendar: WorkingCalendar,
): RuledDays {
  const dueDay = offDaysOff(ruledDay(due, anchors, calendar), event, calendar);
  return { startDay: earlier(ruledDay(start, anchors, calendar), dueDay), dueDay };
}

/**
 * A day off moves to the working day before it before opening, to the one after it after closing. Event days stay.
 * With `today`, what still lies ahead never steps back behind it.
 */
export function offDaysOff(
  day: Day,
  { opening, closing }: EventDays,
  calendar: WorkingCalendar,
  today: Day | null = null,
): Day {
  if (day > closing) return calendar.onOrAfter(day);
  if (day >= opening) return day;
  const moved = calendar.onOrBefore(day);
  // What starts late on a weekend must not turn overdue by stepping back behind today.
  return today !== null && day >= today && moved < today ? earlier(calendar.onOrAfter(day), opening) : moved;
}
