import { useCallback, useEffect, useState, type RefObject } from 'react';
import { usePrinting } from '../../../app/usePrinting';
import { rowsInSight } from './geometry';

/** Follows the scrolling of a box; on paper all rows are in sight. */
export function useRowsInSight(box: RefObject<HTMLElement | null>, rowHeight: number, count: number) {
  const [sight, setSight] = useState({ first: 0, last: Math.min(count - 1, 30) });
  const printing = usePrinting();
  const look = useCallback(() => {
    if (!box.current) return;
    const { scrollTop: top, clientHeight: height } = box.current;
    const now = rowsInSight({ top, height }, rowHeight, count);
    setSight((before) => (before.first === now.first && before.last === now.last ? before : now));
  }, [box, rowHeight, count]);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    look();
    element.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [box, look]);
  return printing ? { first: 0, last: count - 1, printing } : { ...sight, printing };
}
