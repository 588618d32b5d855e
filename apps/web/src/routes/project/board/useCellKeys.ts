import type { KeyboardEvent, RefObject } from 'react';

const STEPS: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys on a table whose cells hold one link each: to the next link that way, past cells without one. */
export function useCellKeys(table: RefObject<HTMLTableElement | null>) {
  return (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const cell = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('td') : null;
    const rows = table.current?.rows;
    if (!step || !cell || !rows || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    let [row, column] = [(cell.parentElement as HTMLTableRowElement).rowIndex, cell.cellIndex];
    for (;;) {
      row += step[0];
      column += step[1];
      const next = rows[row]?.cells[column];
      if (!next) return;
      const link = next.querySelector<HTMLElement>('a.board-cell');
      if (link) {
        link.focus();
        return;
      }
    }
  };
}
