import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { useIsPhone } from '../../../app/useIsPhone';
import type { Line } from './groups';

/** First guesses (px), until a line has been drawn. */
const HEIGHT = { head: 64, desk: 58, phone: 104 };
/** A group's frame and the room below it (px), which the head stands for. */
const AROUND = 20;
/** Lines drawn above and below the window. */
const BESIDE = 6;
/** What may lie over the list at the top and the bottom of the window (px). */
const COVERED = { top: 16, bottom: 96 };

const keyOf = ({ group, row }: Line) => (row ? `${group.key} ${row.id}` : group.key);

/** The lines that are drawn, as the window scrolls past them. `active` is among them wherever it is: it holds the focus. */
export function useLinesInSight(lines: readonly Line[], active: number) {
  const box = useRef<HTMLDivElement>(null);
  const phone = useIsPhone();
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const now = box.current ? box.current.getBoundingClientRect().top + window.scrollY : 0;
    // Parts of a pixel are no move: they would go on for ever.
    if (Math.abs(now - top) > 1) setTop(now);
  });
  const virtualizer = useWindowVirtualizer({
    count: lines.length,
    estimateSize: (index) => (lines[index]?.row ? HEIGHT[phone ? 'phone' : 'desk'] : HEIGHT.head + AROUND),
    getItemKey: (index) => keyOf(lines[index]!),
    measureElement: (element) => element.getBoundingClientRect().height + (element.tagName === 'HEADER' ? AROUND : 0),
    rangeExtractor: (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      return active < 0 || drawn.includes(active) ? drawn : [...drawn, active].sort((a, b) => a - b);
    },
    overscan: BESIDE,
    scrollMargin: top,
    scrollPaddingStart: COVERED.top,
    scrollPaddingEnd: COVERED.bottom,
  });
  return { box, virtualizer };
}
