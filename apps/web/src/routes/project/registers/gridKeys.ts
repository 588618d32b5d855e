import type { KeyboardEvent } from 'react';
import { type Extent, nextPlace, type Place, placeAfter } from './gridMoves';

/** What keys do to the cell that has the focus. */
export interface GridKeys {
  at: Place;
  extent: Extent;
  /** Whether the cell is chosen from a few instead of typed. */
  chosen: boolean;
  go: (to: Place) => void;
  begin: () => void;
  clear: () => void;
  giveUp: () => void;
}

/** While the cell is looked at: whether the key was for the grid. Characters are for the field, which begins with them. */
export function whileLooking(
  event: KeyboardEvent,
  { at, extent, chosen, go, begin, clear, giveUp }: GridKeys,
): boolean {
  const { key, ctrlKey, metaKey, target } = event;
  const to = placeAfter({ key, mod: ctrlKey || metaKey }, at, extent);
  if (to) go(to);
  else if (key === 'Enter' && chosen && target instanceof HTMLSelectElement) target.showPicker();
  else if (key === 'Enter' || key === 'F2') begin();
  else if (key === 'Delete' || key === 'Backspace') clear();
  else if (key === 'Escape') giveUp();
  else return false;
  return true;
}

/** While somebody types: Enter and Tab keep it and move on, Escape lets it go; arrows are the text's own. */
export function whileTyping({ key, shiftKey }: KeyboardEvent, { at, extent, go, giveUp }: GridKeys): boolean {
  if (key === 'Escape') giveUp();
  else if (key === 'Tab') go(nextPlace(at, shiftKey, extent));
  else if (key === 'Enter' && !shiftKey) go(placeAfter({ key: 'ArrowDown', mod: false }, at, extent)!);
  else return false;
  return true;
}
