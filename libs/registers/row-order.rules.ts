/** Where a row goes, and what moves to make room: the rows from `first` to `last` by one place. */
export interface RowMove {
  to: number;
  first: number;
  last: number;
  by: 1 | -1;
}

/**
 * What moving a row from one position behind another comes to; `behind` is 0 for the top. Null where it stands there
 * already. Positions may leave gaps, where rows were removed.
 */
export function rowMove(from: number, behind: number): RowMove | null {
  if (behind === from || behind === from - 1) return null;
  if (behind > from) return { to: behind, first: from + 1, last: behind, by: -1 };
  return { to: behind + 1, first: behind + 1, last: from - 1, by: 1 };
}
