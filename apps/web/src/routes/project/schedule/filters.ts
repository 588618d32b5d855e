import type { ScheduleRow } from '../../../api/types';

/** Which work a view of the schedule shows. */
export const ROW_FILTERS = ['all', 'critical', 'pushed'] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

export const HOLDS: Record<RowFilter, (row: ScheduleRow) => boolean> = {
  all: () => true,
  critical: ({ critical }) => critical,
  pushed: ({ pushDays }) => pushDays > 0,
};
