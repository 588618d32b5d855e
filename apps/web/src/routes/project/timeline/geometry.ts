/** Where things stand on the time axis, in pixels. Days are `YYYY-MM-DD` and never pass through a zone. */

export const SCALES = ['weeks', 'months'] as const;
export type Scale = (typeof SCALES)[number];
export const DAY_WIDTH: Record<Scale, number> = { weeks: 7, months: 2.2 };

const DAY_MS = 86_400_000;
const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const dayOf = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

export interface Axis {
  from: string;
  /** The day behind the last one. */
  to: string;
  days: number;
  dayWidth: number;
  width: number;
}

export interface Bar {
  x: number;
  width: number;
}

export interface Tick {
  day: string;
  x: number;
  width: number;
}

export interface Marker {
  name: string;
  day: string;
}

/** An axis that holds all these days, from the start of a month to the end of one. */
export function axisOf(days: readonly (string | null)[], dayWidth: number): Axis {
  const all = days.filter((day) => day !== null).sort();
  const first = all[0] ?? '2000-01-01';
  const last = all.at(-1) ?? first;
  const from = `${first.slice(0, 7)}-01`;
  const to = nextMonth(last);
  const count = numberOf(to) - numberOf(from);
  return { from, to, days: count, dayWidth, width: count * dayWidth };
}

/** The left edge of a day. */
export function xOf(axis: Axis, day: string): number {
  return (numberOf(day) - numberOf(axis.from)) * axis.dayWidth;
}

/** From the start of one day to the end of the other; where one is missing the other stands for both. */
export function barOf(axis: Axis, start: string | null, end: string | null): Bar | null {
  const from = start ?? end;
  const to = end ?? start;
  if (from === null || to === null) return null;
  const [first, last] = from <= to ? [from, to] : [to, from];
  const x = xOf(axis, first);
  return { x, width: Math.max(xOf(axis, last) - x + axis.dayWidth, 4) };
}

/** The months of an axis. */
export function monthsOf(axis: Axis): Tick[] {
  const ticks: Tick[] = [];
  for (let day = axis.from; day < axis.to; day = nextMonth(day)) {
    const x = xOf(axis, day);
    ticks.push({ day, x, width: xOf(axis, nextMonth(day)) - x });
  }
  return ticks;
}

/** The Mondays of an axis. */
export function weeksOf(axis: Axis): Tick[] {
  const first = numberOf(axis.from);
  // 1970-01-05, day number 4, was a Monday.
  const monday = first + ((((4 - first) % 7) + 7) % 7);
  const ticks: Tick[] = [];
  for (let day = monday; day < numberOf(axis.to); day += 7)
    ticks.push({ day: dayOf(day), x: xOf(axis, dayOf(day)), width: 7 * axis.dayWidth });
  return ticks;
}

export interface Placed {
  lane: number;
  /** The left edge of the label itself, which ends or starts at its `x`. */
  left: number;
  side: 'before' | 'behind';
}

interface Label {
  x: number;
  width: number;
  /** Goes before all others, and behind its day where it can. */
  foremost?: boolean;
}

/** Places labels beside their days, before or behind, and below each other only where both sides are taken. */
export function lanesOf<L extends Label>(labels: readonly L[], room = Infinity): (L & Placed)[] {
  const taken: [from: number, to: number][][] = [];
  const isFree = (lane: number, from: number, to: number) =>
    from >= 0 && to <= room && (taken[lane] ?? []).every(([start, end]) => to <= start || from >= end);
  const place = ({ x, width, foremost }: L): Placed => {
    const sides = foremost ? (['behind', 'before'] as const) : (['before', 'behind'] as const);
    for (let lane = 0; lane <= labels.length; lane += 1) {
      const side = sides.find((one) => (one === 'before' ? isFree(lane, x - width, x) : isFree(lane, x, x + width)));
      if (side === undefined) continue;
      const left = side === 'before' ? x - width : x;
      (taken[lane] ??= []).push([left, left + width]);
      return { lane, left, side };
    }
    // Wider than all the room there is.
    return { lane: 0, left: x, side: 'behind' };
  };
  const order = ({ x, foremost }: L) => (foremost ? -1 : x);
  return [...labels].sort((one, other) => order(one) - order(other)).map((label) => ({ ...label, ...place(label) }));
}

interface Planned {
  startDay: string | null;
  dueDay: string | null;
}

/** Rows by the day on which they start, so that the bars run down from left to right; without a day last. */
export function inOrderOfDays<R extends Planned>(rows: readonly R[]): R[] {
  const day = ({ startDay, dueDay }: Planned) => startDay ?? dueDay ?? '9999';
  return [...rows].sort((one, other) => (day(one) < day(other) ? -1 : Number(day(one) > day(other))));
}

/** Rows kept in the document on either side of those on screen. */
export const ROWS_AROUND = 8;

/** Which rows are on screen, and a few around them. */
export function rowsInSight(
  { top, height }: { top: number; height: number },
  rowHeight: number,
  count: number,
  around = ROWS_AROUND,
): { first: number; last: number } {
  const first = Math.max(0, Math.floor(top / rowHeight) - around);
  const last = Math.min(count - 1, Math.ceil((top + height) / rowHeight) + around);
  return { first: Math.min(first, Math.max(0, last)), last };
}

function nextMonth(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
