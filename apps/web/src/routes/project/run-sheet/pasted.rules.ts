import { LAST_MINUTE, readClock } from '../../run-sheet/cues.rules';

export interface PastedCue {
  minute: number;
  minutes: number;
  title: string;
  place: string | null;
  notes: string | null;
}

const DEFAULT_MINUTES = 30;
const MOST_MINUTES = 1440;
/** A time that lies further back than this behind the row above is one after midnight. */
const NIGHT = 6 * 60;
/** 至, 到 */
const RANGE = /^(.+?)\s*[-–—~～\u81f3\u5230]\s*(.+)$/;

interface Read {
  start: number;
  end: number | null;
  minutes: number | null;
  rest: string[];
}

/** `09:00`, `09:00-09:30`, `09:00 | 09:30` or `09:00 | 30`; null for headings and remarks. */
function read([first = '', second = '', ...more]: readonly string[]): Read | null {
  const [, from, to] = RANGE.exec(first.normalize('NFKC').trim()) ?? [];
  const start = readClock(from ?? first);
  if (start === null) return null;
  if (to !== undefined) {
    const end = readClock(to);
    return end === null ? null : { start, end, minutes: null, rest: [second, ...more] };
  }
  const end = second.includes(':') || second.includes('：') ? readClock(second) : null;
  if (end !== null) return { start, end, minutes: null, rest: more };
  const minutes = /^\s*(\d{1,3})\s*(?:\u5206\u9418?|min)?\s*$/.exec(second.normalize('NFKC'))?.[1];
  if (minutes !== undefined) return { start, end: null, minutes: Number(minutes), rest: more };
  return { start, end: null, minutes: null, rest: [second, ...more] };
}

/**
 * Rows of a spreadsheet as cues: the time, perhaps its end or how many minutes, what happens, perhaps where, perhaps notes.
 * Without an end each lasts until the next begins. Rows without a time are counted as unread.
 */
export function pastedCues(rows: readonly (readonly string[])[]): { cues: PastedCue[]; unread: number } {
  const full = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const readable = full.flatMap((row) => read(row) ?? []).filter(({ rest }) => (rest[0] ?? '').trim() !== '');
  let before = 0;
  const timed = readable.map((row) => {
    const start = row.start + NIGHT < before && row.start + 1440 <= LAST_MINUTE ? row.start + 1440 : row.start;
    before = start;
    return { ...row, start };
  });
  const cues = timed.map(({ start, end, minutes, rest }, at): PastedCue => {
    const until = end === null ? null : end < start ? end + 1440 : end;
    const next = timed[at + 1]?.start;
    const lasts = minutes ?? (until ?? (next !== undefined && next > start ? next : start + DEFAULT_MINUTES)) - start;
    const [title = '', place = '', notes = ''] = rest.map((cell) => cell.trim());
    return { minute: start, minutes: Math.min(lasts, MOST_MINUTES), title, place: place || null, notes: notes || null };
  });
  return { cues, unread: full.length - cues.length };
}
