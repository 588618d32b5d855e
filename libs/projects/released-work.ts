import type { ActivityLog } from '@convener/activity';
import { readAll } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { changeRows, lockClause } from './rows';
import { OPEN_ITEM_STATUSES, sqlList } from './transitions';
import { WorkItem } from './work-item.entity';

/** Gives the open work of somebody who leaves a project back to its sub-teams. `actorId` null: nobody did, time did. */
export async function releaseWork(
  em: EntityManager,
  activity: ActivityLog,
  { projectId, personId, ...by }: { projectId: string; personId: string; actorId: string | null; batchId: string },
): Promise<void> {
  const items = await readAll(em, WorkItem, `${OPEN_OF_PERSON}${lockClause(em, 'write')}`, [projectId, personId]);
  const changed = { before: { assigneeId: personId }, after: { assigneeId: null } };
  await changeRows(
    em,
    WorkItem,
    items.map((row) => ({ row, changes: changed.after })),
  );
  await activity.record(
    em,
    ...items.map(({ id, title }) => ({
      projectId,
      action: 'work-item.edited',
      subject: { type: 'work-item' as const, id, title },
      ...changed,
      ...by,
    })),
  );
}

const OPEN_OF_PERSON = `WHERE t.project_id = ? AND t.assignee_id = ?
  AND t.status IN ${sqlList(OPEN_ITEM_STATUSES)} ORDER BY t.id`;
