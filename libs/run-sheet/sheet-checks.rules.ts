import type { Day } from '@convener/kernel';
import type { CueState } from './cue-state.rules';
import { absoluteMinute } from './cue-time';

export const WARNING_KINDS = ['place', 'person', 'outside-days'] as const;

export interface CheckedCue {
  id: string;
  day: Day;
  minute: number;
  minutes: number;
  place: string;
  personIds: readonly string[];
  state: CueState;
}

/** What is likely a mistake: shown, never refused, since a run sheet is full of exceptions. */
export interface SheetWarning {
  kind: (typeof WARNING_KINDS)[number];
  cueId: string;
  /** The cue with which it overlaps. */
  otherId: string | null;
  /** Who is to be in two places at once. */
  personId: string | null;
  /** How many minutes they overlap. */
  minutes: number | null;
}

/**
 * Two cues at once in one place, one person at once in two places, cues on no day of the event. What is over or left
 * out is past warning.
 */
export function warningsOf(
  cues: readonly CheckedCue[],
  { openingDay, closingDay }: { openingDay: Day; closingDay: Day },
): SheetWarning[] {
  const open = cues.filter(({ state }) => state === 'waiting' || state === 'running');
  const timed = open.map((cue) => ({ cue, start: absoluteMinute(cue), end: absoluteMinute(cue) + cue.minutes }));
  timed.sort((a, b) => a.start - b.start);
  const found: SheetWarning[] = [];
  let going: typeof timed = [];
  for (const one of timed) {
    going = going.filter(({ end }) => end > one.start);
    for (const other of going) {
      const minutes = Math.min(one.end, other.end) - one.start;
      if (minutes > 0) found.push(...overlap(one.cue, other.cue, minutes));
    }
    going.push(one);
  }
  const astray = open.filter(({ day }) => day < openingDay || day > closingDay);
  return [...found, ...astray.map(({ id }) => ({ ...NONE, kind: 'outside-days' as const, cueId: id }))];
}

/** Those that were not there before. */
export function newWarnings(before: readonly SheetWarning[], after: readonly SheetWarning[]): SheetWarning[] {
  const known = new Set(before.map(nameOf));
  return after.filter((warning) => !known.has(nameOf(warning)));
}

const NONE = { otherId: null, personId: null, minutes: null };

function overlap(cue: CheckedCue, other: CheckedCue, minutes: number): SheetWarning[] {
  const both = { cueId: cue.id, otherId: other.id, minutes };
  if (cue.place === other.place) return [{ ...both, kind: 'place', personId: null }];
  const twice = cue.personIds.filter((id) => other.personIds.includes(id));
  return twice.map((personId) => ({ ...both, kind: 'person' as const, personId }));
}

function nameOf({ kind, cueId, otherId, personId }: SheetWarning): string {
  return [kind, ...[cueId, otherId ?? ''].sort(), personId].join();
}
