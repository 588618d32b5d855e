import type { Cell, CellTone, TableColumn } from './paper';

/** Written on one line each, so that no name, day or amount is torn apart. */
const WHOLE: ReadonlySet<TableColumn['kind']> = new Set(['name', 'day', 'number', 'money', 'code', 'tick']);
const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });

export interface ShownCell {
  value: string | number | null;
  text: string;
  tone: CellTone | undefined;
}

export function isWhole({ kind }: TableColumn): boolean {
  return WHOLE.has(kind);
}

export function alignOf({ kind }: TableColumn): 'left' | 'right' | 'center' {
  if (kind === 'number' || kind === 'money') return 'right';
  return kind === 'tick' ? 'center' : 'left';
}

/** What stands in a cell, and how print writes it: a number without a writing of its own gets its thousands parted. */
export function shownCell(cell: Cell | undefined): ShownCell {
  const { value, shown, tone } =
    typeof cell === 'object' && cell !== null ? cell : { value: cell ?? null, shown: undefined, tone: undefined };
  return { value, text: shown ?? written(value), tone };
}

function written(value: string | number | null): string {
  return typeof value === 'number' ? GROUPED.format(value) : (value ?? '');
}
