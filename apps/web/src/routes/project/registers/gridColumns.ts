import { type RegisterColumn, type RegisterRow, ROW_STATUSES } from '../../../api/types';
import type { Draft } from './useDrafts';
import { STATUS } from './useRowWrites';

/** The status of a row as a column of the grid: chosen as any other choice is. */
export function statusColumn(name: (status: RegisterRow['status']) => string, title: string): RegisterColumn {
  return {
    ...{ key: STATUS, name: title, nameEn: title, type: 'choice', unit: null },
    ...{ required: true, unique: false, personal: false, masked: false },
    choices: ROW_STATUSES.map((key) => ({ key, name: name(key), nameEn: name(key) })),
  };
}

export const valueOf = (row: RegisterRow, { key }: RegisterColumn) => (key === STATUS ? row.status : row.cells[key]);

/** What a cell looks like now, for the class of its style. */
export function cellState(row: RegisterRow, column: RegisterColumn, draft: Draft | undefined): string {
  if (column.masked) return 'masked';
  if (draft) return draft.error === null ? 'sending' : 'refused';
  return row.empty.includes(column.key) && row.status !== 'dropped' ? 'missing' : 'kept';
}

/** Whether it is chosen from a few instead of typed. */
export const isChosen = ({ type }: RegisterColumn) => type === 'choice' || type === 'yes-no';
/** Whether it holds files, which are added and removed and never typed. */
export const holdsFiles = ({ type }: RegisterColumn) => type === 'file';
export const isNumber = ({ type }: RegisterColumn) => type === 'number' || type === 'money';
