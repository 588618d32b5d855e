import { type DragEvent, useState } from 'react';
import type { RowMoves } from './useRowMoves';

/** What is carried: a row of this page, and no file or text from elsewhere. */
const ROW = 'application/x-convener-row';

/** Over which row the one that is dragged is held, and on which side of it. */
interface Held {
  row: number;
  below: boolean;
}

function heldOver({ target, clientY }: DragEvent): Held | null {
  const row = (target as HTMLElement).closest<HTMLElement>('[data-row]');
  if (!row) return null;
  const { top, height } = row.getBoundingClientRect();
  return { row: Number(row.dataset.row), below: clientY > top + height / 2 };
}

/** Rows of the grid that are dragged by their number. The handlers are the body's: rows are drawn too often for their own. */
export function useRowDrag(moves: RowMoves | null) {
  const [from, setFrom] = useState<number | null>(null);
  const [held, setHeld] = useState<Held | null>(null);
  const end = () => {
    setFrom(null);
    setHeld(null);
  };
  const handlers = {
    onDragStart: (event: DragEvent) => {
      const over = heldOver(event);
      if (!over) return;
      event.dataTransfer.setData(ROW, String(over.row));
      event.dataTransfer.effectAllowed = 'move';
      setFrom(over.row);
    },
    onDragOver: (event: DragEvent) => {
      const over = from === null ? null : heldOver(event);
      if (!over) return;
      event.preventDefault();
      if (over.row !== held?.row || over.below !== held.below) setHeld(over);
    },
    onDrop: (event: DragEvent) => {
      const over = heldOver(event);
      if (from === null || !over) return;
      event.preventDefault();
      moves?.drop(from, over.row, over.below);
      end();
    },
    onDragEnd: end,
  };
  return {
    lineAt: (row: number) => (held?.row === row ? (held.below ? 'below' : 'above') : null) as 'above' | 'below' | null,
    handlers: moves ? handlers : {},
  };
}
