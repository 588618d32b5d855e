import type { CueState } from './cue-state.rules';
import { LAST_MINUTE, MOST_MINUTES } from './cue-time';

/** What a delay must know of a cue. Minutes as in RunSheetCue. */
export interface TimedCue {
  id: string;
  place: string;
  minute: number;
  minutes: number;
  plannedMinute: number;
  fixed: boolean;
  state: CueState;
  /** At which minute it really was over; null where it is not. */
  endedMinute: number | null;
}

export interface Span {
  minute: number;
  minutes: number;
}

export interface CueMove {
  id: string;
  from: Span;
  to: Span;
}

export interface DelayPlan {
  moves: CueMove[];
  /** The buffers that were used up, by the cue before which they lay. */
  eaten: { before: string; minutes: number }[];
  /** What is left of it behind the last cue that moved. */
  left: number;
  /** The cue that can't move, and by how many minutes what comes before no longer fits. */
  stoppedBy: { id: string; short: number } | null;
}

export type Immovable = 'fixed' | 'done' | 'skipped';

/** Of equals the one that was planned first: a cue pushed against a fixed one stays before it. */
export function inOrder(a: TimedCue, b: TimedCue): number {
  return a.minute - b.minute || a.plannedMinute - b.plannedMinute || (a.id < b.id ? -1 : 1);
}

/** Why a cue can't be delayed itself; null where it can. What runs ends later instead of beginning later. */
export function immovable({ state, fixed }: Pick<TimedCue, 'state' | 'fixed'>): Immovable | null {
  if (state === 'done' || state === 'skipped') return state;
  return fixed && state === 'waiting' ? 'fixed' : null;
}

/**
 * What becomes of a day when one of its cues is late by so many minutes, or (negative) early. The cues of its place that
 * follow move along: a delay uses up the buffers between them first, and stops at what can't move, against which the
 * others are squeezed. Brought forward, the cues that follow without a gap come along; nobody is called earlier across
 * one. Skipped cues take no time. Throws RangeError for a cue that is immovable().
 */
export function delayOf(cues: readonly TimedCue[], fromId: string, by: number): DelayPlan {
  const from = cues.find(({ id }) => id === fromId);
  if (!from || immovable(from)) throw new RangeError('This cue can not be delayed');
  const line = cues.filter(({ place, state }) => place === from.place && state !== 'skipped').sort(inOrder);
  const at = line.indexOf(from);
  const rest = line.slice(at + 1);
  return by < 0 ? broughtForward(from, line.slice(0, at), rest, -by) : pushed(from, rest, by);
}

function pushed(from: TimedCue, rest: readonly TimedCue[], by: number): DelayPlan {
  const wall = rest.find(isHeld);
  const latest = Math.min(wall?.minute ?? LAST_MINUTE, LAST_MINUTE);
  const eaten: DelayPlan['eaten'] = [];
  const moves = [moveOf(from, late(from, by, latest))];
  let left = by;
  let end = endOf(from);
  for (const cue of rest) {
    const used = Math.min(left, Math.max(0, cue.minute - end));
    if (used > 0) eaten.push({ before: cue.id, minutes: used });
    left -= used;
    end = Math.max(end, endOf(cue));
    if (left === 0 || cue === wall) break;
    moves.push(moveOf(cue, { minute: Math.min(cue.minute + left, latest), minutes: cue.minutes }));
  }
  const stoppedBy = wall && left > 0 ? { id: wall.id, short: left } : null;
  return { moves: moves.filter(changes), eaten, left, stoppedBy };
}

function late({ state, minute, minutes }: TimedCue, by: number, latest: number): Span {
  if (state === 'running') return { minute, minutes: Math.min(minutes + by, MOST_MINUTES) };
  return { minute: Math.min(minute + by, latest), minutes };
}

function broughtForward(from: TimedCue, before: readonly TimedCue[], rest: readonly TimedCue[], by: number): DelayPlan {
  const runs = from.state === 'running';
  const room = runs ? from.minutes : from.minute - earliest(from, before);
  const gain = Math.min(by, room);
  const own = runs
    ? { minute: from.minute, minutes: from.minutes - gain }
    : { minute: from.minute - gain, minutes: from.minutes };
  const moves = [moveOf(from, own)];
  let end = endOf(from);
  for (const cue of rest) {
    if (isHeld(cue) || cue.minute > end) break;
    end = Math.max(end, endOf(cue));
    // What runs beside it has not begun before it.
    const minute = runs ? Math.max(cue.minute - gain, from.minute) : cue.minute - gain;
    moves.push(moveOf(cue, { minute, minutes: cue.minutes }));
  }
  return { moves: moves.filter(changes), eaten: [], left: 0, stoppedBy: null };
}

/** Not before what comes before it is over, where the two did not overlap already; and never past it. */
function earliest(from: TimedCue, before: readonly TimedCue[]): number {
  const bounds = before.map((cue) => {
    const end = cue.state === 'done' ? Math.max(cue.minute, cue.endedMinute ?? cue.minute) : endOf(cue);
    return end <= from.minute ? end : cue.minute;
  });
  return Math.max(0, ...bounds);
}

/**
 * What taking a delay back gives each cue: where it came from, if it still stands where the delay put it and has not begun
 * or ended there since.
 */
export function takenBack(cues: readonly TimedCue[], moves: readonly CueMove[]): CueMove[] {
  const byId = new Map(cues.map((cue) => [cue.id, cue]));
  return moves.flatMap(({ id, from, to }) => {
    const cue = byId.get(id);
    if (!cue || cue.minute !== to.minute || cue.minutes !== to.minutes || cue.state === 'done') return [];
    if (cue.state === 'running' && from.minute !== to.minute) return [];
    return [{ id, from: to, to: from }];
  });
}

/** The cues as moves leave them. */
export function moved<C extends Span & { id: string }>(cues: readonly C[], moves: readonly CueMove[]): C[] {
  const to = new Map(moves.map((move) => [move.id, move.to]));
  return cues.map((cue) => ({ ...cue, ...to.get(cue.id) }));
}

const endOf = ({ minute, minutes }: Span) => minute + minutes;
const isHeld = ({ fixed, state }: TimedCue) => fixed || state !== 'waiting';
const moveOf = ({ id, minute, minutes }: TimedCue, to: Span): CueMove => ({ id, from: { minute, minutes }, to });
const changes = ({ from, to }: CueMove) => from.minute !== to.minute || from.minutes !== to.minutes;
