import { Injectable } from '@nestjs/common';
import { type Actor, allow, type SignedIn } from '@convener/access';
import { ActivityLog, type Change, difference } from '@convener/activity';
import { Clock, groupBy, newId, notFound } from '@convener/kernel';
import { Database, readAll } from '@convener/platform';
import { Team } from '@convener/teams';
import type { Stage } from '@convener/templates';
import type { EntityManager } from 'typeorm';
import { followDue, requireDays, shifted } from './dates';
import { Deliverable, deliverableMoved } from './deliverable.entity';
import { itemBefore, positionAfter } from './order';
import { ProjectReminders } from './project-reminders';
import { requireTeam, requireWorker } from './references';
import { changeRows, lockClause, wrongField } from './rows';
import { byHand } from './rule-days';
import { WorkScope } from './scope';
import { progressed } from './standstill';
import { isOpenItem, isSettled } from './transitions';
import { WorkItem } from './work-item.entity';

/** Which work items: those named, or all of a sub-team, a stage, or a stage of a sub-team. */
export interface BulkSelection {
  workItemIds?: readonly string[];
  /** Null: those that no sub-team has. */
  teamId?: string | null;
  stage?: Stage;
  /** Of these only those that nobody has: what somebody has just taken stays theirs. */
  unassigned?: boolean;
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
    private readonly clock: Clock,
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
      const { items: changed, deliverables: moved } = changesOf(items.filter(isOpenItem), open, set);
      const base = { projectId, actorId: actor.personId };
      const entries = changed.map(({ row, before, after }): Change => {
        const subject = { type: 'work-item' as const, id: row.id, title: row.title };
        return { ...base, action: 'work-item.edited', subject, before, after, batchId };
      });
      const follow = moved.map(({ row, ...change }) => deliverableMoved(row, actor.personId, change, batchId));
      await changeRows(
        em,
        WorkItem,
        changed.map(({ row, after }) => ({ row, changes: { ...byHand(after), ...progressed(this.clock.now()) } })),
      );
      await changeRows(
        em,
        Deliverable,
        moved.map(({ row, after }) => ({ row, changes: byHand(after) })),
      );
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
    { workItemIds, teamId, stage, unassigned }: BulkSelection,
  ): Promise<WorkItem[]> {
    if (teamId && !(await em.existsBy(Team, { id: teamId, projectId }))) throw notFound();
    const all: [sql: string, ...values: unknown[]][] = [['t.project_id = ?', projectId]];
    if (workItemIds) all.push(['t.id IN ?*', workItemIds]);
    if (teamId) all.push(['t.team_id = ?', teamId]);
    if (teamId === null) all.push(['t.team_id IS NULL']);
    if (stage) all.push(['t.stage = ?', stage]);
    if (unassigned) all.push(['t.assignee_id IS NULL']);
    // In order of id, so that two bulk changes at once wait for each other instead of blocking one another.
    const tail = `WHERE ${all.map(([sql]) => sql).join(' AND ')} ORDER BY t.id${lockClause(em, 'write')}`;
    const items = await readAll(
      em,
      WorkItem,
      tail,
      all.flatMap(([, ...values]) => values),
    );
    const narrowed = teamId !== undefined || stage || unassigned;
    if (workItemIds && items.length < new Set(workItemIds).size && !narrowed) throw notFound();
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
      await requireTeam(em, projectId, set.teamId, '/set/teamId');
      allow(actor, 'work-item.edit', { teamId: set.teamId });
    }
    if (set.assigneeId) await requireWorker(em, projectId, set.assigneeId, '/set/assigneeId');
  }

  private async deliverables(em: EntityManager, items: readonly WorkItem[]): Promise<Map<string, Deliverable[]>> {
    const ids = items.map(({ id }) => id);
    const rows = await readAll(em, Deliverable, 'WHERE t.work_item_id IN ?* ORDER BY t.position, t.id', [ids]);
    return groupBy(
      rows.filter((row) => !isSettled(row)),
      ({ workItemId }) => workItemId,
    );
  }
}

interface Changed<R> {
  row: R;
  before: Record<string, unknown>;
  after: Partial<R>;
}

/** What the change does to each work item, and to its open deliverables, whose days follow. Changes no row yet. */
function changesOf(
  items: readonly WorkItem[],
  deliverables: ReadonlyMap<string, readonly Deliverable[]>,
  set: BulkChange,
): { items: Changed<WorkItem>[]; deliverables: Changed<Deliverable>[] } {
  const found: { items: Changed<WorkItem>[]; deliverables: Changed<Deliverable>[] } = { items: [], deliverables: [] };
  for (const item of items) {
    const changed = difference(item, itemChanges(item, set));
    if (!changed) continue;
    found.items.push({ row: item, ...changed });
    const dueDay = 'dueDay' in changed.after ? (changed.after.dueDay as string | null) : item.dueDay;
    for (const row of deliverables.get(item.id) ?? []) {
      const days = daysAfter(row, item.dueDay, dueDay, set);
      const moved = difference(row, { startDay: days.startDay, dueDay: days.dueDay });
      if (moved) found.deliverables.push({ row, ...moved });
    }
  }
  return found;
}

function daysAfter(row: Deliverable, before: string | null, after: string | null, { shiftDays }: BulkChange) {
  if (shiftDays) return shifted(row, shiftDays);
  return after === before ? row : followDue(row, before, after);
}

/** A slip must not touch the whole project: something has to be chosen, and something to change. */
function requireUsable({ workItemIds, teamId, stage }: BulkSelection, set: BulkChange): void {
  if (!workItemIds && teamId === undefined && !stage)
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
