/** Where a finger went down or is now, in CSS pixels of the window. */
export interface Point {
  x: number;
  y: number;
}

/** So near to the edge a swipe is the browser's own: it goes back. */
const EDGE = 32;
/** The least that counts as a direction. */
const SLACK = 10;
/** How far to the left is meant. */
const ENOUGH = 96;

/** Whether a swipe may begin here at all. */
export const mayBegin = ({ x }: Point, width: number): boolean => x > EDGE && x < width - EDGE;

export type Swipe =
  | { is: 'undecided' }
  /** Up, down or to the right: the page scrolls, or nothing happens. */
  | { is: 'other' }
  | { is: 'left'; by: number; enough: boolean };

/** What a movement means. It must go more to the left than anywhere else, so that whoever scrolls puts nothing away. */
export function swipeOf(from: Point, to: Point): Swipe {
  const left = from.x - to.x;
  const down = Math.abs(to.y - from.y);
  if (Math.max(Math.abs(left), down) < SLACK) return { is: 'undecided' };
  if (left < down * 1.5) return { is: 'other' };
  return { is: 'left', by: left, enough: left >= ENOUGH };
}
