import { Injectable } from '@nestjs/common';
import { ActivityLog } from '@convener/activity';
import { Clock, groupBy } from '@convener/kernel';
import { readAll } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { Check } from './check.entity';
import { missingFor } from './completion';
import { Deliverable } from './deliverable.entity';
import { ProjectReminders } from './project-reminders';
import { changeRows, lockClause } from './rows';
import type { ItemScope, ProjectScope } from './scope';
import { endsStandstill, noteProgress, statusChanged } from './standstill';
import { isDecided, isOpenItem, isSettled, type WorkItemStatus } from './transitions';
import { WorkItem } from './work-item.entity';
import { WorkOrigins } from './work-origins';

/** Lets a work item follow its deliverables and checks: begun with the first, done with the last. */
@Injectable()
export class Settling {
  constructor(
    private readonly clock: Clock,
    private readonly activity: ActivityLog,
    private readonly reminders: ProjectReminders,
    private readonly origins: WorkOrigins,
  ) {}

  /** Called in the transaction of each change to a deliverable of `scope`, with the rows as they now are. */
  async follow(em: EntityManager, scope: ItemScope): Promise<void> {
    await this.settle(em, scope);
    await noteProgress(em, scope.item, scope.project.zone, this.clock.now());
    await this.reminders.replanItem(em, scope);
  }

  /**
   * The same for a check. It has no reminders of its own, so those of its work item change only when that ends or opens,
   * moves at last where it stood still, or begins where a rule waits for that.
   */
  async followCheck(em: EntityManager, scope: ItemScope): Promise<void> {
    const { item, project } = scope;
    const { status } = item;
    const wasOpen = isOpenItem(item);
    const now = this.clock.now();
    const moved = endsStandstill(item, project.zone, now);
    await this.settle(em, scope);
    await noteProgress(em, item, project.zone, now);
    const begun = item.status !== status;
    if (moved || isOpenItem(item) !== wasOpen || (begun && (await this.reminders.anyCountsFrom(em, project, 'status'))))
      await this.reminders.replanItem(em, scope);
  }

  /**
   * Called when the project turns strict, or no longer is: what counts as done changes for all its work items. With
   * `only` for a bulk change of the parts of these work items. Re-plans all reminders of the project.
   */
  async followAll(
    em: EntityManager,
    { project, actor }: ProjectScope,
    only: ReadonlySet<string> | null = null,
  ): Promise<void> {
    const of = 'WHERE t.project_id = ?';
    const deliverables = groupBy(await readAll(em, Deliverable, of, [project.id]), ({ workItemId }) => workItemId);
    const checks = groupBy(await readAll(em, Check, of, [project.id]), ({ workItemId }) => workItemId);
    const items = await readAll(em, WorkItem, `${of} ORDER BY t.id${lockClause(em, 'write')}`, [project.id]);
    const followed = only ? items.filter(({ id }) => only.has(id)) : items;
    const scopes = followed.map((item) => {
      const parts = { deliverables: deliverables.get(item.id) ?? [], checks: checks.get(item.id) ?? [] };
      return { project, actor, item, ...parts };
    });
    await this.settle(em, ...scopes);
    await this.reminders.replan(em, project);
  }

  private async settle(em: EntityManager, ...scopes: readonly ItemScope[]): Promise<void> {
    const changed = scopes
      .map((scope) => ({ ...scope, before: scope.item.status, status: statusAfter(scope) }))
      .filter(({ before, status }) => status !== before);
    if (changed.length === 0) return;
    await changeRows(
      em,
      WorkItem,
      changed.map(({ item, status, actor }) => ({ row: item, changes: this.stamped(status, actor.personId) })),
    );
    await this.origins.follow(
      em,
      changed[0]!.actor.personId,
      changed.map(({ item: { id }, before: from, status: to }) => ({ id, from, to })),
    );
    await this.activity.record(
      em,
      ...changed.map(({ item, project, actor, before, status }) => ({
        projectId: project.id,
        actorId: actor.personId,
        action: 'work-item.status',
        subject: { type: 'work-item' as const, id: item.id, title: item.title },
        before: { status: before },
        after: { status },
      })),
    );
  }

  private stamped(status: WorkItemStatus, by: string): Partial<WorkItem> {
    const done = status === 'done';
    const now = this.clock.now();
    return {
      status,
      ...statusChanged(now),
      doneAt: done ? now : null,
      doneBy: done ? by : null,
      waitingFor: null,
      waitingSince: null,
      waitingKind: null,
      followUpDay: null,
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
