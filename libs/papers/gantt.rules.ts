import type { Gantt, GanttRow, PaperLanguage } from './paper';

const DAY_MS = 86_400_000;

/** Days since 1970; days of a calendar, in no zone. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

function dayOf(number: number): { year: number; month: number; date: number; weekday: number } {
  const day = new Date(number * DAY_MS);
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, date: day.getUTCDate(), weekday: day.getUTCDay() };
}

export interface Step {
  /** First day, and the one after the last. */
  from: number;
  to: number;
  label: string;
}

export interface Scale {
  from: number;
  to: number;
  /** Months, or years where the steps are months. */
  spans: Step[];
  /** Weeks from Monday, or months. */
  steps: Step[];
}

/** Weeks that are still worth a column each. */
const MOST_WEEKS = 53;

/** Whole weeks, or whole months where there are more than a year of them. A range that is no range is one week. */
export function scaleOf(
  { from, to }: Pick<Gantt, 'from' | 'to'>,
  language: PaperLanguage,
  mostWeeks = MOST_WEEKS,
): Scale {
  const first = dayNumber(from);
  const last = Math.max(first, dayNumber(to));
  const monday = first - ((dayOf(first).weekday + 6) % 7);
  const weeks = Math.floor((last - monday) / 7) + 1;
  if (weeks <= mostWeeks) {
    const end = monday + weeks * 7;
    const steps = Array.from({ length: weeks }, (_, week) => step(monday + week * 7, monday + week * 7 + 7, shortDay));
    return { from: monday, to: end, steps, spans: months(monday, end, (day) => monthLabel(day, language)) };
  }
  const start = first - dayOf(first).date + 1;
  const end = nextMonth(last);
  const steps = months(start, end, (day) => String(day.month));
  return { from: start, to: end, steps, spans: years(steps, language) };
}

type Named = ReturnType<typeof dayOf>;
const shortDay = ({ month, date }: Named) => `${month}/${date}`;

function step(from: number, to: number, label: (day: Named) => string): Step {
  return { from, to, label: label(dayOf(from)) };
}

function nextMonth(day: number): number {
  const { year, month } = dayOf(day);
  return Math.round(Date.UTC(year, month, 1) / DAY_MS);
}

function months(from: number, to: number, label: (day: Named) => string): Step[] {
  const found: Step[] = [];
  for (let day = from; day < to; day = nextMonth(day)) found.push(step(day, Math.min(nextMonth(day), to), label));
  return found;
}

function monthLabel({ year, month }: Named, language: PaperLanguage): string {
  return language === 'zh-TW' ? `${year}年${month}月` : `${year}-${String(month).padStart(2, '0')}`;
}

function years(steps: Step[], language: PaperLanguage): Step[] {
  const found: Step[] = [];
  for (const { from, to } of steps) {
    const label = language === 'zh-TW' ? `${dayOf(from).year}年` : String(dayOf(from).year);
    const last = found.at(-1);
    if (last?.label === label) last.to = to;
    else found.push({ from, to, label });
  }
  return found;
}

/** Where a row's bar stands, in days of the scale; null where it says no day or lies outside. `end` is not part of it. */
export function barOf(
  { start, due }: { start: string | null; due: string | null },
  scale: Pick<Scale, 'from' | 'to'>,
): { start: number; end: number; mark: boolean } | null {
  if (due === null && start === null) return null;
  const end = dayNumber(due ?? start!) + 1;
  const begin = start === null || due === null ? end - 1 : Math.min(dayNumber(start), end - 1);
  if (end <= scale.from || begin >= scale.to) return null;
  return { start: Math.max(begin, scale.from), end: Math.min(end, scale.to), mark: start === null };
}

export type GridCell = { state: GanttRow['state']; mark: boolean } | 'baseline' | null;

/** The same chart as a grid of steps, for formats whose charts are shaded cells. */
export function gridRow(row: GanttRow, scale: Scale): GridCell[] {
  const bar = barOf(row, scale);
  const planned = row.baseline && barOf(row.baseline, scale);
  return scale.steps.map(({ from, to }) => {
    if (bar && bar.start < to && bar.end > from) return { state: row.state, mark: bar.mark };
    return planned && planned.start < to && planned.end > from ? 'baseline' : null;
  });
}

/** The step in which a day lies, or -1. */
export function stepAt(day: string | null, { steps }: Scale): number {
  if (day === null) return -1;
  const number = dayNumber(day);
  return steps.findIndex(({ from, to }) => number >= from && number < to);
}
