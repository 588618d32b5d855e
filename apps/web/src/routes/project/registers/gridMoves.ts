/** A cell of the grid by its place on screen. */
export interface Place {
  row: number;
  column: number;
}

/** A cell that stays with its row: others add, move and take away rows meanwhile. */
export interface Anchored extends Place {
  id?: string;
}

/** Where the row of a cell stands now; where it is gone, the one that came in its place. */
export function rowOf({ row, id }: Anchored, rows: readonly { id: string }[]): number {
  const found = id === undefined || rows[row]?.id === id ? row : rows.findIndex((one) => one.id === id);
  return Math.min(found < 0 ? row : found, Math.max(rows.length - 1, 0));
}

export interface Extent {
  rows: number;
  columns: number;
  /** Rows that Page up and Page down pass over. */
  page: number;
}

type Move = (at: Place, extent: Extent) => Place;

const MOVES: Record<string, Move> = {
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  PageDown: ({ row, column }, { page }) => ({ row: row + page, column }),
  PageUp: ({ row, column }, { page }) => ({ row: row - page, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
  'mod+Home': () => ({ row: 0, column: 0 }),
  'mod+End': (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
};

/** Where a key leads from a cell, as in a spreadsheet; null for keys that lead nowhere. Never leaves the grid. */
export function placeAfter({ key, mod }: { key: string; mod: boolean }, at: Place, extent: Extent): Place | null {
  const move = MOVES[mod ? `mod+${key}` : key];
  return move ? within(move(at, extent), extent) : null;
}

/** Where Tab leads while somebody types: to the next cell, and from the last of a row to the first of the next. */
export function nextPlace(at: Place, back: boolean, extent: Extent): Place {
  const index = at.row * extent.columns + at.column + (back ? -1 : 1);
  const last = extent.rows * extent.columns - 1;
  const kept = Math.min(Math.max(index, 0), last);
  return { row: Math.floor(kept / extent.columns), column: kept % extent.columns };
}

function within({ row, column }: Place, { rows, columns }: Extent): Place {
  return { row: Math.min(Math.max(row, 0), rows - 1), column: Math.min(Math.max(column, 0), columns - 1) };
}
