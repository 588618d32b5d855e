/** How a row is moved by a button or a key. */
export const MOVES = ['top', 'up', 'down'] as const;
export type Move = (typeof MOVES)[number];

/**
 * Behind which row the one at `at` comes to stand, null at the top; undefined where it can't go that way, or stands there
 * already. `ids` are the rows in the list's own order, from its first on.
 */
export function behindOf(ids: readonly string[], at: number, move: Move): string | null | undefined {
  if (at < 0 || at >= ids.length) return undefined;
  if (move === 'down') return ids[at + 1];
  if (at === 0) return undefined;
  return move === 'top' ? null : (ids[at - 2] ?? null);
}

/** Behind which row one comes to stand that is dropped over another: above it, or below; undefined where it stands there already. */
export function behindDropped(
  ids: readonly string[],
  from: number,
  over: number,
  below: boolean,
): string | null | undefined {
  const behind = below ? over : over - 1;
  if (behind === from || behind === from - 1) return undefined;
  return behind < 0 ? null : ids[behind];
}

/** The rows with one of them put behind another, or at the top. */
export function withMoved<Row extends { id: string }>(rows: readonly Row[], id: string, after: string | null): Row[] {
  const moved = rows.find((row) => row.id === id);
  if (!moved) return [...rows];
  const others = rows.filter((row) => row.id !== id);
  const at = after === null ? 0 : others.findIndex((row) => row.id === after) + 1;
  return [...others.slice(0, at), moved, ...others.slice(at)];
}
