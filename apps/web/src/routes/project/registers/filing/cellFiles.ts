import type { CellFile, RegisterColumn, RegisterRow } from '../../../../api/types';

/** Where a file of a cell is fetched from, and taken away. */
export const fileOf = ({ id }: Pick<CellFile, 'id'>) => `/api/cell-files/${id}`;

/** Where a file for a cell is sent. Keys of columns are letters and digits. */
export const filesOf = (row: Pick<RegisterRow, 'id'>, column: Pick<RegisterColumn, 'key'>) =>
  `/api/register-rows/${row.id}/files?column=${column.key}`;

export const filesIn = (row: Pick<RegisterRow, 'files'>, { key }: Pick<RegisterColumn, 'key'>): readonly CellFile[] =>
  row.files[key] ?? [];
