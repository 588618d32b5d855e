import type { Day } from '@convener/kernel';
import { plainRows, readAll } from '@convener/platform';
import { lockClause, WorkItem } from '@convener/projects';
import type { Occurrence } from '@convener/schedule';
import type { EntityManager } from 'typeorm';
import type { RecurringOccurrence } from './recurring-occurrence.entity';
import type { RecurringWork } from './recurring-work.entity';

/** The occurrences from a day on that nobody has begun, locked. */
export function untouchedFrom(em: EntityManager, { id }: Pick<RecurringWork, 'id'>, from: Day): Promise<WorkItem[]> {
  return readAll(em, WorkItem, `${UNTOUCHED}${lockClause(em, 'write')}`, [from, id]);
}

const UNTOUCHED = `
  WHERE t.status = 'to-do' AND t.due_day >= ?
    AND t.id IN (SELECT work_item_id FROM recurring_occurrences WHERE recurring_id = ?) ORDER BY t.id`;

/** The latest day of each recurring work's occurrences from a day on that nobody has begun, by the id of the work. */
export async function lastDays(em: EntityManager, projectId: string, from: Day): Promise<Map<string, Day>> {
  const rows = await plainRows<{ id: string; last: Day }>(em, LAST_DAYS, [projectId, from]);
  return new Map(rows.map(({ id, last }) => [id, last]));
}

const LAST_DAYS = `
  SELECT o.recurring_id AS id, MAX(t.due_day) AS last
    FROM recurring_work r JOIN recurring_occurrences o ON o.recurring_id = r.id JOIN work_items t ON t.id = o.work_item_id
   WHERE r.project_id = ? AND t.status = 'to-do' AND t.due_day >= ? GROUP BY o.recurring_id`;

export function linksOf(
  { id }: RecurringWork,
  slots: readonly Occurrence[],
  items: readonly WorkItem[],
): RecurringOccurrence[] {
  return slots.map(({ slot }, index) => ({ recurringId: id, slotDay: slot, workItemId: items[index]!.id }));
}
