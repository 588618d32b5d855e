import { type ChecklistRow, may } from '../../../api/types';

/** Whether a row can be chosen for a change of many; another sub-team's can't. */
export const mayBeChosen = (row: ChecklistRow): boolean => may(row, 'edit') || may(row, 'assign');
