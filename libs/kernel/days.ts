/**
 * Calendar days as `YYYY-MM-DD` text. A day never passes through a zone on its way: an event that opens on
 * 2027-10-13 opens on that day wherever the server stands.
 */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
/** Four hundred years. */
const DAYS_OF_ERA = 146_097;
/** 0000-01-01 and 10000-01-01 in days since 1970-01-01. */
const YEAR_0 = -719_528;
const YEAR_10000 = 2_932_897;

/** Days since 1970-01-01, or null for text that names no day of the calendar (2027-02-30, 2027-2-3). */
export function dayNumber(day: string): number | null {
  const parts = DAY.exec(day);
  if (!parts) return null;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  // Date.UTC takes years before 100 for those of the last century.
  if (year < 100 || month < 1 || month > 12 || date < 1 || date > lastOf(year, month)) return null;
  return Date.UTC(year, month - 1, date) / DAY_MS;
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

function lastOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function requireDay(day: Day): number {
  const number = dayNumber(day);
  if (number === null) throw new RangeError(`"${day}" is not a calendar day (YYYY-MM-DD)`);
  return number;
}

/** The day of an instant at midnight UTC, counted: a plan asks for tens of thousands of days, and Date takes ten times as long. */
function formatUtc(ms: number): Day {
  const days = Math.floor(ms / DAY_MS);
  if (!(days >= YEAR_0 && days < YEAR_10000)) return new Date(ms).toISOString().slice(0, 10);
  // Years from 1 March on, so that the leap day is the last (Howard Hinnant, "chrono-compatible low-level date algorithms").
  const fromMarch = days - YEAR_0 - 60 + DAYS_OF_ERA;
  const era = Math.floor(fromMarch / DAYS_OF_ERA);
  const ofEra = fromMarch - era * DAYS_OF_ERA;
  const leaps = Math.floor(ofEra / 1460) - Math.floor(ofEra / 36_524) + Math.floor(ofEra / 146_096);
  const yearOfEra = Math.floor((ofEra - leaps) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + (era - 1) * 400 + (month <= 2 ? 1 : 0);
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const written = year > 999 ? `${year}` : `${year}`.padStart(4, '0');
  return `${written}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}
