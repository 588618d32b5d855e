import { daysBetween } from '../../format/days';

export interface TrackMark {
  key: string;
  day: string;
  label: string;
}

export interface PlacedMark extends TrackMark {
  /** Percent from the left. */
  at: number;
  /** 0 stands next to the line, the others above. */
  lane: number;
  /** Whether its label runs to the left of it, because it would leave the drawing on the right. */
  leftwards: boolean;
}

export interface Track {
  marks: PlacedMark[];
  /** Months, `YYYY-MM`, with the place of their first day. */
  months: { month: string; at: number }[];
  lanes: number;
}

/** How wide the drawing is taken to be, and letters in it, in px: labels are kept apart by it, not measured. */
const WIDTH = 900;
const WIDE_LETTER = 13;
const NARROW_LETTER = 7;
const AROUND = 16;
const MOST_MONTHS = 9;

/** Days on a line from today (or the first of them) to the last, with labels that don't cover each other. */
export function trackOf(marks: readonly TrackMark[], today: string): Track | null {
  const days = [today, ...marks.map(({ day }) => day)].sort();
  const from = days[0]!;
  const span = daysBetween(from, days.at(-1)!);
  if (span <= 0) return null;
  const at = (day: string) => (daysBetween(from, day) / span) * 100;
  const taken: number[][] = [];
  const placed = [...marks]
    .sort((a, b) => b.day.localeCompare(a.day))
    .map((mark) => placeMark(mark, at(mark.day), taken))
    .reverse();
  return { marks: placed, months: monthsOf(from, days.at(-1)!, at), lanes: taken.length };
}

/** Taken from the right: what comes earlier stands above what comes later. */
function placeMark(mark: TrackMark, at: number, taken: number[][]): PlacedMark {
  const width = (widthOf(mark.label) / WIDTH) * 100;
  const leftwards = at + width > 100;
  const [left, right] = leftwards ? [at - width, at] : [at, at + width];
  const isFree = (lane: number[]) =>
    lane.every((edge, index) => index % 2 === 1 || right <= edge || left >= lane[index + 1]!);
  let lane = taken.findIndex(isFree);
  if (lane < 0) lane = taken.push([]) - 1;
  taken[lane]!.push(left, right);
  return { ...mark, at, lane, leftwards };
}

function widthOf(label: string): number {
  return [...label].reduce((sum, letter) => sum + (letter > '\u2e80' ? WIDE_LETTER : NARROW_LETTER), AROUND);
}

function monthsOf(from: string, until: string, at: (day: string) => number): Track['months'] {
  const all: string[] = [];
  for (let month = monthAfter(from.slice(0, 7)); `${month}-01` <= until; month = monthAfter(month)) all.push(month);
  const step = [1, 2, 3, 6, 12].find((every) => all.length / every <= MOST_MONTHS) ?? 24;
  return all.filter((_, index) => index % step === 0).map((month) => ({ month, at: at(`${month}-01`) }));
}

export function monthAfter(month: string, count = 1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
