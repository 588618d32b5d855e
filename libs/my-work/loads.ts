import { addDays, type Day } from '@convener/kernel';
import { isOverdue, SOON_DAYS } from '@convener/projects';

/** So much open work of one person is due on one day. */
export interface DueCount {
  dueDay: Day | null;
  count: number;
}

/** How much open work somebody has, and how much of it is overdue or due within a week. */
export function loadOf(counts: readonly DueCount[], today: Day): { open: number; overdue: number; week: number } {
  const sum = (of: (row: DueCount) => boolean) => counts.filter(of).reduce((total, { count }) => total + count, 0);
  const soon = addDays(today, SOON_DAYS);
  return {
    open: sum(() => true),
    overdue: sum((row) => isOverdue(row, today)),
    week: sum((row) => row.dueDay !== null && !isOverdue(row, today) && row.dueDay <= soon),
  };
}
