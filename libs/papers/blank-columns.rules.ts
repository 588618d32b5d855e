import { shownCell } from './cells.rules';
import type { Table, TableColumn } from './paper';

/** An empty column of figures says that nobody knows them, which is worth saying. */
const isWords = ({ kind }: TableColumn) => kind !== 'number' && kind !== 'money';

/** The table without the columns in which nothing stands. What is filled in by hand stays, and all of a table without rows. */
export function withoutBlank(table: Table, mayGo: (column: TableColumn) => boolean = isWords): Table {
  const { columns, rows, totals } = table;
  const filled = rows.flatMap((row) => ('cells' in row ? [row.cells] : []));
  const stays = (column: TableColumn, at: number) =>
    column.byHand || !mayGo(column) || filled.some((cells) => shownCell(cells[at]).text.trim() !== '');
  const kept = columns.flatMap((column, at) => (stays(column, at) ? [at] : []));
  if (filled.length === 0 || kept.length === 0 || kept.length === columns.length) return table;
  const only = <T>(all: readonly T[]) => kept.map((at) => all[at]!);
  return {
    ...table,
    columns: only(columns),
    rows: rows.map((row) => ('cells' in row ? { cells: only(row.cells) } : row)),
    ...(totals && { totals: only(totals) }),
  };
}
