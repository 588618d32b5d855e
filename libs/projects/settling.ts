import { Injectable } from '@nestjs/common';
import { ActivityLog } from '@convener/activity';
import { Clock } from '@convener/kernel';
import type { EntityManager } from 'typeorm';
import { Check } from './check.entity';
import { missingFor } from './completion';
import { Deliverable } from './deliverable.entity';
import { groupBy } from './grouping';
import { ProjectReminders } from './project-reminders';
import { changeRow } from './rows';
import type { ItemScope, ProjectScope } from './scope';
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
    await this.settle(em, scope);
    await this.reminders.replan(em, scope.project, [scope.item.id]);
  }

  /** Called when the project turns strict, or no longer is: what counts as done changes for all its work items. */
  async followAll(em: EntityManager, { project, actor }: ProjectScope): Promise<void> {
    const of = { where: { projectId: project.id } };
    const deliverables = groupBy(await em.find(Deliverable, of), ({ workItemId }) => workItemId);
    const checks = groupBy(await em.find(Check, of), ({ workItemId }) => workItemId);
    for (const item of await em.find(WorkItem, of)) {
      const parts = { deliverables: deliverables.get(item.id) ?? [], checks: checks.get(item.id) ?? [] };
      await this.settle(em, { project, actor, item, ...parts });
    }
    await this.reminders.replan(em, project);
  }

  private async settle(em: EntityManager, scope: ItemScope): Promise<void> {
    const { item, project, actor } = scope;
    const status = statusAfter(scope);
    if (status === item.status) return;
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
  const hasParts = deliverables.length + checks.length > 0;
  if (item.status === 'not-applicable' || !hasParts) return item.status;
  const begun = deliverables.some(({ status }) => status !== 'open') || checks.some(isDecided);
  const complete = missingFor({ deliverables, checks }, project.strictChecks).length === 0;
  if (complete && (deliverables.some(isSettled) || checks.some(isDecided))) return 'done';
  if (!isOpenItem(item)) return 'doing';
  return item.status === 'to-do' && begun ? 'doing' : item.status;
}
