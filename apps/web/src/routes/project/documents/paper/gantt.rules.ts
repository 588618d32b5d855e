import { daysBetween } from '../../../../format/dates';

/** Where a bar lies between two days, in per cent; null where it has no days. A due day alone is a mark a day wide. */
export function placeOf(
  { start, due }: { start?: string | null; due?: string | null },
  { from, to }: { from: string; to: string },
): { left: number; width: number } | null {
  const first = start ?? due;
  const last = due ?? start;
  if (!first || !last) return null;
  const all = daysBetween(from, to) + 1;
  const left = Math.max(0, daysBetween(from, first));
  const end = Math.min(all, daysBetween(from, last) + 1);
  if (end <= 0 || left >= all) return null;
  return { left: (left / all) * 100, width: (Math.max(1, end - left) / all) * 100 };
}
