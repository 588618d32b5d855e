import { Injectable } from '@nestjs/common';
import { ActivityLog } from '@convener/activity';
import { Clock } from '@convener/kernel';
import type { EntityManager } from 'typeorm';
import { missingFor } from './completion';
import { ProjectReminders } from './project-reminders';
import { changeRow } from './rows';
import type { ItemScope } from './scope';
import { isDecided, isOpenItem, isSettled, type WorkItemStatus } from './transitions';
import { WorkItem } from './work-item.entity';

/** Lets a work item follow its deliverables and checks: begun with the first, done with the last. */
@Injectable()
export class Settling {
  constructor(
    private readonly clock: Clock,
    private readonly activity: ActivityLog,
    private readonly reminders: ProjectReminders,
  ) {}

  /** Called in the transaction of each change to a deliverable or check of `scope`, with the rows as they now are. */
  async follow(em: EntityManager, scope: ItemScope): Promise<void> {
    const { item, project, actor } = scope;
    const status = statusAfter(scope);
    if (status !== item.status) {
      const before = { status: item.status };
      await changeRow(em, WorkItem, item, this.stamped(status, actor.personId));
      await this.activity.record(em, {
        projectId: project.id,
        actorId: actor.personId,
        action: 'work-item.status',
        subject: { type: 'work-item', id: item.id, title: item.title },
        before,
        after: { status },
      });
    }
    await this.reminders.replan(em, project, [item.id]);
  }

  private stamped(status: WorkItemStatus, by: string): Partial<WorkItem> {
    const done = status === 'done';
    return {
      status,
      doneAt: done ? this.clock.now() : null,
      doneBy: done ? by : null,
      waitingFor: null,
      waitingSince: null,
    };
  }
}

/** What the work item's status is once its parts are as they are. */
export function statusAfter({
  item,
  deliverables,
  checks,
  project,
}: Pick<ItemScope, 'item' | 'deliverables' | 'checks' | 'project'>): WorkItemStatus {
  if (item.status === 'not-applicable') return item.status;
  const begun = deliverables.some(({ status }) => status !== 'open') || checks.some(isDecided);
  const complete = missingFor({ deliverables, checks }, project.strictChecks).length === 0;
  if (complete && (deliverables.some(isSettled) || checks.some(isDecided))) return 'done';
  if (!isOpenItem(item)) return 'doing';
  return item.status === 'to-do' && begun ? 'doing' : item.status;
}
