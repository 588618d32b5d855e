import { type Actor, allow, type SignedIn } from '@convener/access';
import { ActivityLog, type Change, difference } from '@convener/activity';
import { Clock, groupBy, newId, notFound } from '@convener/kernel';
import { Database, insertAll, readAll, updateEach } from '@convener/platform';
import {
  byHand,
  Check,
  conditions,
  countingDay,
  Deliverable,
  deliverableMoved,
  isOpenItem,
  itemBefore,
  lockClause,
  positionAfter,
  progressed,
  type Project,
  ProjectReminders,
  requireHands,
  requireTeam,
  requireTeamOfHands,
  statusChanged,
  toldOf,
  UNTOUCHED,
  WorkItem,
  WorkOrigins,
  WorkScope,
} from '@convener/projects';
import { Team } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type BulkChange,
  type BulkGround,
  type BulkOutcome,
  bulkOutcome,
  type BulkSelection,
  editsFields,
  type LeftRow,
  requireUsable,
} from './bulk-change';
import { BulkChangeRecord, type FoundRow } from './bulk-change.entity';
import { columnsOf, DELIVERABLE_COLUMNS, ITEM_COLUMNS } from './bulk-columns';

export interface Assigned {
  /** Names it for its undo, and in its activity entries. */
  batchId: string;
  changed: number;
  left: LeftRow[];
}

const STANDSTILL = Object.keys(UNTOUCHED) as (keyof typeof UNTOUCHED)[];

/** Changes many work items at once: one transaction, one activity entry an item, one batch id. Kept, to be taken back. */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly activity: ActivityLog,
    private readonly reminders: ProjectReminders,
    private readonly origins: WorkOrigins,
  ) {}

  /**
   * Finished work, and what can't take the status, is left as it is and named. Throws where a single one that was named
   * may not be changed, and then changes none; of what a filter finds, those are left too.
   */
  async assign(person: SignedIn, projectId: string, select: BulkSelection, set: BulkChange): Promise<Assigned> {
    requireUsable(select, set);
    return this.database.write(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person, 'keep');
      allow(actor, 'work.assign-any');
      const now = this.clock.now();
      const items = await this.select(em, project, select, now);
      await requireReferences(em, projectId, actor, items, set);
      const ground = { items, actor, project, now, ...(await partsOf(em, items, set)) };
      const outcome = bulkOutcome(ground, set, select.filter !== undefined);
      const batchId = newId();
      await this.save(em, ground, outcome, { id: batchId, projectId, given: set });
      await this.reminders.replan(
        em,
        project,
        outcome.items.map(({ row }) => row.id),
      );
      return { batchId, changed: outcome.items.length, left: outcome.left };
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
    project: Project,
    { workItemIds, teamId, stage, unassigned, filter, except }: BulkSelection,
    now: number,
  ): Promise<WorkItem[]> {
    const projectId = project.id;
    if (teamId && !(await em.existsBy(Team, { id: teamId, projectId }))) throw notFound();
    const { where, parameters } = conditions(projectId, filter ?? {}, null, countingDay(project, now));
    const all: [sql: string, ...values: unknown[]][] = [];
    if (workItemIds) all.push(['t.id IN ?*', workItemIds]);
    if (teamId) all.push(['t.team_id = ?', teamId]);
    if (teamId === null) all.push(['t.team_id IS NULL']);
    if (stage) all.push(['t.stage = ?', stage]);
    if (unassigned) all.push(['t.assignee_id IS NULL']);
    if (except) all.push(['NOT (t.id IN ?*)', except]);
    const more = all.map(([sql]) => ` AND ${sql}`).join('');
    // In order of id, so that two bulk changes at once wait for each other instead of blocking one another.
    const tail = `WHERE ${where}${more} ORDER BY t.id${lockClause(em, 'write')}`;
    const given = all.flatMap(([, ...values]) => values);
    const items = await readAll(em, WorkItem, tail, [...parameters, ...given]);
    const narrowed = teamId !== undefined || stage || filter || unassigned;
    if (workItemIds && !narrowed && items.length < new Set(workItemIds).size) throw notFound();
    return items;
  }

  private async save(
    em: EntityManager,
    { actor, now }: BulkGround,
    { items, deliverables }: BulkOutcome,
    about: Pick<BulkChangeRecord, 'id' | 'projectId' | 'given'>,
  ): Promise<void> {
    if (items.length === 0) return;
    const base = { projectId: about.projectId, actorId: actor.personId, batchId: about.id };
    const entries = items.flatMap(({ row, after }): Change[] => {
      const told = difference(row, toldOf(after));
      const action = after.status === undefined ? 'work-item.edited' : 'work-item.status';
      const subject = { type: 'work-item' as const, id: row.id, title: row.title };
      return told ? [{ ...base, action, subject, ...told }] : [];
    });
    const follow = deliverables.map(({ row, ...change }) => deliverableMoved(row, actor.personId, change, about.id));
    const found = [
      ...items.map(({ row, after }) => foundRow('work-item', row, ITEM_COLUMNS, after)),
      ...deliverables.map(({ row, after }) => foundRow('deliverable', row, DELIVERABLE_COLUMNS, after)),
    ];
    await updateEach(
      em,
      WorkItem,
      [...ITEM_COLUMNS, ...STANDSTILL],
      items.map(({ row, after }) => {
        const since = after.status === undefined ? progressed(now) : statusChanged(now);
        return { id: row.id, ...columnsOf(row, ITEM_COLUMNS, { ...byHand(after), ...since }), ...progressed(now) };
      }),
    );
    await updateEach(
      em,
      Deliverable,
      DELIVERABLE_COLUMNS,
      deliverables.map(({ row, after }) => ({ id: row.id, ...columnsOf(row, DELIVERABLE_COLUMNS, byHand(after)) })),
    );
    const record = { ...about, byId: actor.personId, at: now, changed: items.length, found };
    await insertAll(em, BulkChangeRecord, [{ ...record, undoneAt: null, version: 1 }]);
    await this.activity.record(em, ...entries, ...follow);
    const moved = items.map(({ row: { id, status }, after }) => ({ id, from: status, to: after.status ?? status }));
    await this.origins.follow(em, actor.personId, moved);
  }
}

/** What an undo needs of a row that is about to be written: whatever the change touches, and what goes with it. */
function foundRow<R extends WorkItem | Deliverable>(
  type: FoundRow['type'],
  row: R,
  columns: readonly (keyof R & string)[],
  after: Partial<R>,
): FoundRow {
  const touched = Object.keys({ ...byHand(after), ...(after.status && { statusSince: null }) });
  const values = columnsOf(
    row,
    columns.filter((column) => touched.includes(column)),
  );
  return { type, id: row.id, version: row.version + 1, values };
}

async function requireReferences(
  em: EntityManager,
  projectId: string,
  actor: Actor,
  items: readonly WorkItem[],
  set: BulkChange,
): Promise<void> {
  if (set.teamId) {
    await requireTeam(em, projectId, set.teamId, '/set/teamId');
    allow(actor, 'work-item.edit', { teamId: set.teamId });
  }
  const open = items.filter(isOpenItem);
  const teams = open.map(({ teamId }) => set.teamId ?? teamId);
  if (set.assigneeId) await requireHands(em, projectId, set.assigneeId, teams, '/set/assigneeId');
  else if (set.teamId && set.assigneeId === undefined) {
    const assignees = open.map(({ assigneeId }) => assigneeId);
    await requireTeamOfHands(em, assignees, set.teamId, '/set/teamId');
  }
}

/** Open work's deliverables and checks, as far as the change asks for them. */
async function partsOf(
  em: EntityManager,
  items: readonly WorkItem[],
  set: BulkChange,
): Promise<Pick<BulkGround, 'deliverables' | 'checks'>> {
  const ids = items.filter(isOpenItem).map(({ id }) => id);
  const tail = 'WHERE t.work_item_id IN ?* ORDER BY t.position, t.id';
  const done = set.status === 'done';
  const deliverables = done || editsFields(set) ? await readAll(em, Deliverable, tail, [ids]) : [];
  const checks = done ? await readAll(em, Check, tail, [ids]) : [];
  const item = ({ workItemId }: { workItemId: string }) => workItemId;
  return { deliverables: groupBy(deliverables, item), checks: groupBy(checks, item) };
}
