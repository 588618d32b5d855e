import type { CellObject } from 'write-excel-file/node';

export interface WorkSheet {
  sheet: string;
  data: (CellObject | null)[][];
  columns: { width: number }[];
  stickyRowsCount?: number;
  stickyColumnsCount?: number;
  /** What is sorted and picked from, head and all. */
  filter?: string;
  /** Rows, counted from 0, that are folded into the heading above them. */
  outlined?: ReadonlySet<number>;
  /** What a cell adds up, by its address. */
  sums?: ReadonlyMap<string, string>;
}
