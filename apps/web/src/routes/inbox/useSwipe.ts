import { type PointerEvent, useRef, useState } from 'react';
import { mayBegin, type Point, swipeOf } from './swipe.rules';

/**
 * A swipe to the left by finger. The page still scrolls up and down (`touch-action: pan-y` on the element), and what
 * begins at an edge is the browser's.
 */
export function useSwipe(onLeft: () => void) {
  /** Beside the state, which may not have been drawn yet when the finger is lifted. */
  const start = useRef<(Point & { pointer: number; enough: boolean }) | null>(null);
  const [by, setBy] = useState<{ by: number; enough: boolean } | null>(null);
  const end = () => {
    start.current = null;
    setBy(null);
  };
  const handlers = {
    onPointerDown: ({ pointerType, pointerId, clientX: x, clientY: y, isPrimary }: PointerEvent) => {
      if (pointerType !== 'touch' || !isPrimary || !mayBegin({ x, y }, window.innerWidth)) return;
      start.current = { x, y, pointer: pointerId, enough: false };
    },
    onPointerMove: ({ pointerId, clientX: x, clientY: y, currentTarget }: PointerEvent) => {
      if (start.current?.pointer !== pointerId) return;
      const swipe = swipeOf(start.current, { x, y });
      if (swipe.is === 'other') return end();
      if (swipe.is === 'undecided') return;
      // From here on the finger is ours, and lifting it is no tap on a link below it.
      if (!currentTarget.hasPointerCapture(pointerId)) currentTarget.setPointerCapture(pointerId);
      start.current.enough = swipe.enough;
      setBy(swipe);
    },
    onPointerUp: ({ pointerId }: PointerEvent) => {
      const enough = start.current?.pointer === pointerId && start.current.enough;
      end();
      if (enough) onLeft();
    },
    onPointerCancel: end,
  };
  return { by, handlers };
}
