/**
 * Calendar days as `YYYY-MM-DD` text. A day never passes through a zone on its way: an event that opens on
 * 2027-10-13 opens on that day wherever the server stands.
 */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Days since 1970-01-01, or null for text that names no day of the calendar (2027-02-30, 2027-2-3). */
export function dayNumber(day: string): number | null {
  const parts = DAY.exec(day);
  if (!parts) return null;
  const ms = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return formatUtc(ms) === day ? ms / DAY_MS : null;
}

export function isDay(text: unknown): text is Day {
  return typeof text === 'string' && dayNumber(text) !== null;
}

/** The day `count` calendar days after (or, negative, before) `day`. Throws RangeError on what is no day. */
export function addDays(day: Day, count: number): Day {
  return formatUtc((requireDay(day) + count) * DAY_MS);
}

/** How many days `to` lies after `from`; negative when before. */
export function daysBetween(from: Day, to: Day): number {
  return requireDay(to) - requireDay(from);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: Day): number {
  return (((requireDay(day) + 4) % 7) + 7) % 7;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function requireDay(day: Day): number {
  const number = dayNumber(day);
  if (number === null) throw new RangeError(`"${day}" is not a calendar day (YYYY-MM-DD)`);
  return number;
}

function formatUtc(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}
