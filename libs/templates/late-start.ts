import { addDays, type Day, daysBetween } from '@convener/kernel';

/** What the manager chooses for work that would already be past on the day of the start. */
export const LATE_STARTS = ['already-done', 'squeeze', 'leave-out'] as const;
export type LateStart = (typeof LATE_STARTS)[number];

/** How much of the time that is left takes up the squeezed work; the rest keeps its own lead times. */
const SQUEEZED_SHARE = 0.5;

/**
 * Moves planned days into what is left before opening. Days from the earliest planned one up to the middle of the
 * remaining time shrink in proportion into today … middle, so their order stays; days after the middle keep their lead
 * times, because badges are printed a week before opening however late the project began.
 */
export function squeezeInto(earliest: Day, today: Day, opening: Day): (day: Day) => Day {
  const left = Math.max(0, daysBetween(today, opening));
  const until = addDays(today, Math.ceil(left * SQUEEZED_SHARE));
  const planned = daysBetween(earliest, until);
  if (planned <= 0) return (day) => day;
  const ratio = daysBetween(today, until) / planned;
  return (day) => (day >= until ? day : addDays(today, Math.round(Math.max(0, daysBetween(earliest, day)) * ratio)));
}
