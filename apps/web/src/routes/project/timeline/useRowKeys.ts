import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

/** Rows that Page up and Page down pass over. */
const PAGE = 10;

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + PAGE,
  PageUp: (at) => at - PAGE,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** One row can be tabbed to; arrows go from row to row, also to rows that are not in the document yet. */
export function useRowKeys(box: RefObject<HTMLElement | null>, rowHeight: number, count: number) {
  const [active, setActive] = useState(0);
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const row = box.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const element = box.current;
    if (!step || !element || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = Math.min(Math.max(step(active, count), 0), count - 1);
    const top = next * rowHeight;
    const seen = element.clientHeight - headerHeight(element) - rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top > element.scrollTop + seen) element.scrollTop = top - seen;
    wanted.current = next;
    setActive(next);
  };
  return { active: Math.min(active, count - 1), setActive, onKeyDown };
}

const headerHeight = (box: HTMLElement) => box.querySelector<HTMLElement>('.timeline-head')?.offsetHeight ?? 0;
