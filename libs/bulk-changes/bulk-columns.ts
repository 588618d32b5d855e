import type { Deliverable, WorkItem } from '@convener/projects';

/** The columns that a bulk change may change, which its undo puts back. */
export const ITEM_COLUMNS = [
  ...(['teamId', 'assigneeId', 'startDay', 'dueDay', 'handSet', 'status', 'statusSince'] as const),
  ...(['waitingFor', 'waitingSince', 'waitingKind', 'followUpDay'] as const),
  ...(['reason', 'doneAt', 'doneBy', 'setAsideBy'] as const),
] satisfies readonly (keyof WorkItem)[];

export const DELIVERABLE_COLUMNS = ['startDay', 'dueDay', 'handSet'] as const satisfies readonly (keyof Deliverable)[];

/** The named columns of a row, with `changes` laid over. */
export function columnsOf<R extends object, K extends keyof R>(
  row: R,
  columns: readonly K[],
  changes: Partial<R> = {},
): Pick<R, K> {
  return Object.fromEntries(columns.map((key) => [key, key in changes ? changes[key] : row[key]])) as Pick<R, K>;
}
