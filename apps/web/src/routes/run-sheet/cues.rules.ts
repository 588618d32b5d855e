import type { Cue, RunSheet } from '../../api/types';

export const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
/** 29:59, where the server draws the line: six in the morning. */
export const LAST_MINUTE = DAY_MINUTES + 359;

/** `09:30`; after midnight it counts on: `24:30`. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** What people type for a time: `9:30`, `0930`, `９：３０`, `24:30`; null for anything else. */
export function readClock(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  const [, hours, minutes] = /^(\d{1,2})[:.]?(\d{2})$/.exec(plain) ?? [];
  if (hours === undefined || Number(minutes) > 59) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  return minute <= LAST_MINUTE ? minute : null;
}

export const endOf = ({ minute, minutes }: Pick<Cue, 'minute' | 'minutes'>) => minute + minutes;

/** By how many minutes it begins later than it was planned; negative where earlier. */
export const lateBy = ({ minute, plannedMinute }: Pick<Cue, 'minute' | 'plannedMinute'>) => minute - plannedMinute;

export const isOpen = ({ state }: Pick<Cue, 'state'>) => state === 'waiting' || state === 'running';

/** The days of the event and those that have cues. */
export function daysOf({
  openingDay,
  closingDay,
  cues,
}: Pick<RunSheet, 'openingDay' | 'closingDay' | 'cues'>): string[] {
  const days = new Set(cues.map(({ day }) => day));
  // An event of months is no run sheet of months: then only what has cues, and its ends.
  for (const day of eventDays(openingDay, closingDay)) days.add(day);
  return [...days].sort();
}

const MOST_DAYS = 14;

function eventDays(from: string, to: string): string[] {
  const days = [from];
  while (days.at(-1)! < to && days.length <= MOST_DAYS) days.push(nextDay(days.at(-1)!));
  return days.length > MOST_DAYS ? [from, to] : days;
}

export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MINUTES * MINUTE_MS).toISOString().slice(0, 10);
}

/** So long before its first cue a day takes over from the evening before. */
const SOON_MS = 120 * MINUTE_MS;
/** What nobody has ended by then was forgotten, and holds no day on screen. */
const OVERRUN_MS = 60 * MINUTE_MS;

/** The day that is asked for, else the one that goes on at `now`, else the next that has cues, else the last. */
export function dayToShow(sheet: RunSheet, asked: string | undefined, now: number): string {
  const days = daysOf(sheet);
  if (asked !== undefined && days.includes(asked)) return asked;
  const used = usedDays(sheet);
  const [day, next] = used.filter((one) => one >= sheet.today);
  if (day !== undefined && next !== undefined && takesOver(sheet.cues, day, next, now)) return next;
  return day ?? used.at(-1) ?? days[0]!;
}

/** Those that have cues. */
export const usedDays = ({ cues }: Pick<RunSheet, 'cues'>) => [...new Set(cues.map(({ day }) => day))].sort();

/**
 * Until six in the morning a night is still the evening's. Whoever begins at five is called from before that on, unless the
 * evening still goes on; that ends where the morning has begun.
 */
function takesOver(cues: readonly Cue[], evening: string, morning: string, now: number): boolean {
  const starts = cues
    .filter(({ day, state }) => day === morning && state !== 'skipped')
    .map(({ startsAt }) => startsAt);
  const first = Math.min(...starts);
  if (first <= now) return true;
  const goesOn = cues.some((cue) => cue.day === evening && isOpen(cue) && cue.endsAt + OVERRUN_MS > now);
  return first - SOON_MS <= now && !goesOn;
}

export interface PlaceNow {
  place: string;
  running: Cue[];
  /** Should have begun by now and has not. */
  due: Cue[];
  /** What comes then, the next first. */
  next: Cue[];
}

/** How each place stands at an instant (epoch ms): where something goes on first, then where something comes next. */
export function placesNow(cues: readonly Cue[], now: number): PlaceNow[] {
  const places = [...new Set(cues.filter(isOpen).map(({ place }) => place))];
  const all = places.map((place): PlaceNow => {
    const waiting = cues.filter((cue) => cue.place === place && cue.state === 'waiting');
    return {
      place,
      running: cues.filter((cue) => cue.place === place && cue.state === 'running'),
      due: waiting.filter(({ startsAt }) => startsAt <= now),
      next: waiting.filter(({ startsAt }) => startsAt > now),
    };
  });
  const firstOf = ({ running, due, next }: PlaceNow) => (running[0] ?? due[0] ?? next[0])!.startsAt;
  const rank = ({ running, due }: PlaceNow) => (running.length > 0 ? 0 : due.length > 0 ? 1 : 2);
  return all.sort((a, b) => rank(a) - rank(b) || firstOf(a) - firstOf(b));
}

/** `4:05`, or `1:04:05`; of the absolute span. */
export function spanText(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Whole days of a span; 0 below one, where a clock says more. */
export const wholeDays = (ms: number) => Math.floor(ms / (DAY_MINUTES * MINUTE_MS));

/** By how many whole minutes what runs has gone past its end; 0 where it has not. */
export const overBy = ({ endsAt }: Pick<Cue, 'endsAt'>, now: number) =>
  Math.max(0, Math.floor((now - endsAt) / MINUTE_MS));
