import type { DeskRow } from '../../api/types';

/** A4 with eight to cut, a card of 90 × 55 mm a page, or an A6 sheet a page for badge holders. */
export const BADGE_SIZES = ['a4', 'card', 'a6'] as const;
export type BadgeSize = (typeof BADGE_SIZES)[number];

const KIND = 'kind:';

/** Whose badges are asked for: nobody's whose registration was cancelled. */
export function badgeRows(
  rows: readonly DeskRow[],
  { which, row }: { which: string; row?: string | undefined },
): DeskRow[] {
  const live = rows.filter(({ status }) => status !== 'dropped');
  if (row !== undefined) return live.filter(({ id }) => id === row);
  if (which === 'not-arrived') return live.filter(({ arrivedAt }) => arrivedAt === null);
  if (which.startsWith(KIND)) return live.filter(({ kind }) => kind === which.slice(KIND.length));
  return live;
}
