import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Line } from './groups';

/** Rows that Page up and Page down pass over. */
const PAGE = 10;

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + PAGE,
  PageUp: (at) => Math.max(at, 0) - PAGE,
  Home: () => 0,
  End: (_, count) => count - 1,
};

export interface Cursor {
  /** Its line; -1 where there is no row. */
  line: number;
  row: Line['row'];
  /** Whether it was moved or focused yet. */
  used: boolean;
  step: (by: number) => Line['row'];
  focus: () => void;
  /** For the list: arrows go from row to row, and whatever gets the focus is where they go on from. */
  handlers: { onKeyDown: (event: KeyboardEvent) => Line['row']; onFocus: (id: string) => void };
}

/**
 * One row can be tabbed to; j, k and arrows go on from there and take the focus along, also to rows that are not in the
 * document yet. Where the row goes away its place stays.
 */
export function useCursor(lines: readonly Line[], scrollTo: (line: number) => void): Cursor {
  const [at, setAt] = useState<{ id: string; place: number } | null>(null);
  const [wanted, setWanted] = useState(0);
  const focused = useRef(0);
  const rows = lines.flatMap(({ row }, line) => (row ? [{ row, line }] : []));
  const found = at ? rows.findIndex(({ row }) => row.id === at.id) : -1;
  const place = at && found < 0 ? Math.min(at.place, rows.length - 1) : found;
  const current = rows[Math.max(place, 0)];
  useEffect(() => {
    if (wanted === focused.current || !current) return;
    const element = document.querySelector<HTMLElement>(`[data-row="${current.row.id}"] .cover`);
    if (!element) return;
    focused.current = wanted;
    element.focus({ preventScroll: true });
  });
  const goTo = (next: number) => {
    const to = rows[Math.min(Math.max(next, 0), rows.length - 1)];
    if (!to) return null;
    setAt({ id: to.row.id, place: rows.indexOf(to) });
    setWanted((count) => count + 1);
    scrollTo(to.line);
    return to.row;
  };
  return {
    line: current?.line ?? -1,
    row: current?.row ?? null,
    used: at !== null,
    // The first key shows where one is.
    step: (by) => goTo(at ? place + by : 0),
    focus: () => setWanted((count) => count + 1),
    handlers: {
      onKeyDown: (event) => {
        const step = STEPS[event.key];
        const onRow = (event.target as Element).closest('[data-row]') !== null;
        if (!step || !onRow || event.altKey || event.ctrlKey || event.metaKey) return null;
        event.preventDefault();
        return goTo(step(place, rows.length));
      },
      onFocus: (id) => {
        const index = rows.findIndex(({ row }) => row.id === id);
        if (index >= 0 && at?.id !== id) setAt({ id, place: index });
      },
    },
  };
}
