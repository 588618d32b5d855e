import { Injectable } from '@nestjs/common';
import { type Actor, allow, type SignedIn } from '@convener/access';
import { ActivityLog, type Change, difference } from '@convener/activity';
import { newId, notFound } from '@convener/kernel';
import { Database } from '@convener/platform';
import { ProjectMember, Team } from '@convener/teams';
import type { Stage } from '@convener/templates';
import { type EntityManager, In } from 'typeorm';
import { followDue, requireDays, shifted } from './dates';
import { Deliverable, deliverableMoved } from './deliverable.entity';
import { groupBy } from './grouping';
import { itemBefore, positionAfter } from './order';
import { ProjectReminders } from './project-reminders';
import { changeRow, wrongField } from './rows';
import { WorkScope } from './scope';
import { isOpenItem, isSettled } from './transitions';
import { WorkItem } from './work-item.entity';

/** Which work items: those named, or all of a sub-team, a stage, or a stage of a sub-team. */
export interface BulkSelection {
  workItemIds?: readonly string[];
  teamId?: string;
  stage?: Stage;
}

/** What all of them get. `shiftDays` moves each by so many calendar days. */
export interface BulkChange {
  assigneeId?: string | null;
  teamId?: string;
  startDay?: string;
  dueDay?: string;
  shiftDays?: number;
}

/** Hands out and moves many work items at once: one transaction, one activity entry an item, one batch id. */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly activity: ActivityLog,
    private readonly reminders: ProjectReminders,
  ) {}

  /** Finished work items are left as they are. Throws where a single one may not be changed, and then changes none. */
  async assign(
    person: SignedIn,
    projectId: string,
    select: BulkSelection,
    set: BulkChange,
  ): Promise<{ batchId: string; changed: number }> {
    requireUsable(select, set);
    return this.database.write(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person, 'keep');
      allow(actor, 'work.assign-any');
      const items = await this.select(em, projectId, select);
      await this.requireAllowed(em, projectId, actor, items, set);
      const batchId = newId();
      const open = await this.deliverables(em, items);
      const entries: Change[] = [];
      const follow: Change[] = [];
      for (const item of items.filter(isOpenItem)) {
        const changes = itemChanges(item, set);
        const changed = difference(item, changes);
        if (!changed) continue;
        const dueBefore = item.dueDay;
        await changeRow(em, WorkItem, item, changed.after);
        for (const deliverable of open.get(item.id) ?? []) {
          const moved = await this.moveDeliverable(em, deliverable, dueBefore, item.dueDay, set);
          if (moved) follow.push(deliverableMoved(deliverable, actor.personId, moved, batchId));
        }
        entries.push({
          projectId,
          actorId: actor.personId,
          action: 'work-item.edited',
          subject: { type: 'work-item', id: item.id, title: item.title },
          ...changed,
          batchId,
        });
      }
      await this.activity.record(em, ...entries, ...follow);
      await this.reminders.replan(
        em,
        project,
        entries.map(({ subject }) => subject.id),
      );
      return { batchId, changed: entries.length };
    });
  }

  /** Moves a work item behind another one, or to the front. */
  order(person: SignedIn, projectId: string, workItemId: string, after: string | null): Promise<void> {
    return this.database.write(async (em) => {
      const { actor } = await this.scope.project(em, projectId, person, 'keep');
      const item = await em.findOneBy(WorkItem, { id: workItemId, projectId });
      if (!item) throw notFound();
      allow(actor, 'work-item.edit', item);
      const before = await itemBefore(em, item);
      if (before === after || after === workItemId) return;
      const position = await positionAfter(em, projectId, after ?? 'first');
      await em.update(WorkItem, { id: workItemId }, { position });
      await this.activity.record(em, {
        projectId,
        actorId: actor.personId,
        action: 'work-item.moved',
        subject: { type: 'work-item', id: item.id, title: item.title },
        before: { after: before },
        after: { after },
      });
    });
  }

  private async select(
    em: EntityManager,
    projectId: string,
    { workItemIds, teamId, stage }: BulkSelection,
  ): Promise<WorkItem[]> {
    const query = em.createQueryBuilder(WorkItem, 'w').where('w.projectId = :projectId', { projectId });
    if (workItemIds) query.andWhere('w.id IN (:...ids)', { ids: workItemIds.length > 0 ? workItemIds : [''] });
    if (teamId) query.andWhere('w.teamId = :teamId', { teamId });
    if (stage) query.andWhere('w.stage = :stage', { stage });
    // In order of id, so that two bulk changes at once wait for each other instead of blocking one another.
    query.orderBy('w.id');
    if (em.dataSource.options.type === 'postgres') query.setLock('pessimistic_write');
    const items = await query.getMany();
    if (workItemIds && items.length < new Set(workItemIds).size && !teamId && !stage) throw notFound();
    return items;
  }

  private async requireAllowed(
    em: EntityManager,
    projectId: string,
    actor: Actor,
    items: readonly WorkItem[],
    set: BulkChange,
  ): Promise<void> {
    const edits =
      set.teamId !== undefined || set.startDay !== undefined || set.dueDay !== undefined || set.shiftDays !== undefined;
    for (const { teamId } of items) {
      if (set.assigneeId !== undefined) allow(actor, 'work.assign', { teamId });
      if (edits) allow(actor, 'work-item.edit', { teamId });
    }
    if (set.teamId) {
      if (!(await em.existsBy(Team, { id: set.teamId, projectId }))) throw notFound();
      allow(actor, 'work-item.edit', { teamId: set.teamId });
    }
    if (!set.assigneeId) return;
    const member = await em.findOneBy(ProjectMember, { projectId, personId: set.assigneeId });
    if (member && member.role !== 'viewer') return;
    throw wrongField('/set/assigneeId', { zh: '這個人不是專案成員。', en: 'This person is no member of the project.' });
  }

  private async deliverables(em: EntityManager, items: readonly WorkItem[]): Promise<Map<string, Deliverable[]>> {
    const rows = items.length > 0 ? await em.findBy(Deliverable, { workItemId: In(items.map(({ id }) => id)) }) : [];
    return groupBy(
      rows.filter((row) => !isSettled(row)),
      ({ workItemId }) => workItemId,
    );
  }

  private async moveDeliverable(
    em: EntityManager,
    row: Deliverable,
    before: string | null,
    after: string | null,
    { shiftDays }: BulkChange,
  ): Promise<ReturnType<typeof difference>> {
    const days = shiftDays ? shifted(row, shiftDays) : after !== before ? followDue(row, before, after) : row;
    const changed = difference(row, { startDay: days.startDay, dueDay: days.dueDay });
    if (changed) await changeRow(em, Deliverable, row, changed.after);
    return changed;
  }
}

/** A slip must not touch the whole project: something has to be chosen, and something to change. */
function requireUsable({ workItemIds, teamId, stage }: BulkSelection, set: BulkChange): void {
  if (!workItemIds && !teamId && !stage)
    throw wrongField('/select', {
      zh: '請選擇工作項目、小組或階段。',
      en: 'Choose work items, a sub-team or a stage.',
    });
  if (Object.values(set).every((value) => value === undefined))
    throw wrongField('/set', { zh: '請填寫要更改的內容。', en: 'Say what to change.' });
  requireDays({ startDay: set.startDay ?? null, dueDay: set.dueDay ?? null }, set, '/set');
}

function itemChanges(item: WorkItem, { shiftDays, ...set }: BulkChange): Partial<WorkItem> {
  const moved = shiftDays ? shifted(item, shiftDays) : {};
  const changes: Partial<WorkItem> = { ...moved, ...set };
  const due = changes.dueDay ?? item.dueDay;
  const start = changes.startDay ?? item.startDay;
  if (start && due && start > due) {
    // Only one of the two was given: the other follows, as a work item never starts after it is due.
    return set.startDay ? { ...changes, dueDay: start } : { ...changes, startDay: due };
  }
  return changes;
}
