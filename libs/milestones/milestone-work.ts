import { ActivityLog } from '@convener/activity';
import { newId, yearOf } from '@convener/kernel';
import { readAll, updateEach } from '@convener/platform';
import {
  AnchorBooks,
  Deliverable,
  deliverableMoved,
  followDue,
  isOpenItem,
  isSettled,
  lockClause,
  type Milestone,
  ProjectReminders,
  type ProjectScope,
  WorkItem,
} from '@convener/projects';
import { offDaysOff, ruledDay } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Keeps the work that a milestone carries due by it. */
@Injectable()
export class MilestoneWork {
  constructor(
    private readonly books: AnchorBooks,
    private readonly reminders: ProjectReminders,
    private readonly activity: ActivityLog,
  ) {}

  /** Work that is open and whose days nobody set by hand moves with its milestone at once. */
  async follow(em: EntityManager, { project, actor }: ProjectScope, moved: readonly Milestone[]): Promise<void> {
    const ids = moved.flatMap(({ workItemId }) => workItemId ?? []);
    if (ids.length === 0) return;
    const { days, event, calendar } = await this.books.of(em, project);
    const tail = `WHERE t.id IN ?* ORDER BY t.id${lockClause(em, 'write')}`;
    const own = await readAll(em, WorkItem, tail, [ids]);
    const changes = own.flatMap((item) => {
      if (item.handSet || !isOpenItem(item) || item.dueRule === null) return [];
      const dueDay = offDaysOff(ruledDay(item.dueRule, days, calendar), event, calendar);
      if (dueDay === item.dueDay) return [];
      const startDay = item.startDay !== null && item.startDay > dueDay ? dueDay : item.startDay;
      const dayBasis = calendar.basis(yearOf(dueDay));
      return [{ item, after: { startDay, dueDay, plannedStartDay: startDay, plannedDueDay: dueDay, dayBasis } }];
    });
    const items = new Map(changes.map((change) => [change.item.id, change]));
    const parts = (await readAll(em, Deliverable, 'WHERE t.work_item_id IN ?*', [[...items.keys()]])).flatMap((row) => {
      const { item, after } = items.get(row.workItemId)!;
      const led = followDue(row, item.dueDay, after.dueDay);
      return isSettled(row) || row.dueRule !== null || led.dueDay === row.dueDay ? [] : [{ row, led }];
    });
    await updateEach(
      em,
      WorkItem,
      ['startDay', 'dueDay', 'plannedStartDay', 'plannedDueDay', 'dayBasis'],
      changes.map(({ item, after }) => ({ id: item.id, ...after })),
    );
    await updateEach(
      em,
      Deliverable,
      ['startDay', 'dueDay'],
      parts.map(({ row, led: { startDay, dueDay } }) => ({ id: row.id, startDay, dueDay })),
    );
    const batchId = newId();
    await this.activity.record(
      em,
      ...changes.map(({ item, after }) => ({
        projectId: project.id,
        actorId: actor.personId,
        action: 'work-item.edited',
        subject: { type: 'work-item' as const, id: item.id, title: item.title },
        before: { dueDay: item.dueDay },
        after: { dueDay: after.dueDay },
        batchId,
      })),
      ...parts.map(({ row, led }) =>
        deliverableMoved(
          row,
          actor.personId,
          { before: { dueDay: row.dueDay }, after: { dueDay: led.dueDay } },
          batchId,
        ),
      ),
    );
    await this.reminders.replan(em, project, [...items.keys()]);
  }

  /** Leaves the work with the days that it has: what it counted from is about to go. */
  async release(em: EntityManager, { workItemId, key }: Milestone): Promise<void> {
    if (workItemId === null) return;
    const own = (rule: string | null) => (rule?.split(' ')[0] === key ? null : rule);
    const lock = lockClause(em, 'write');
    const items = await readAll(em, WorkItem, `WHERE t.id = ?${lock}`, [workItemId]);
    const parts = await readAll(em, Deliverable, 'WHERE t.work_item_id = ?', [workItemId]);
    const freed = <R extends WorkItem | Deliverable>(rows: readonly R[]) =>
      rows.map(({ id, startRule, dueRule }) => ({ id, startRule: own(startRule), dueRule: own(dueRule) }));
    await updateEach(em, WorkItem, ['startRule', 'dueRule'], freed(items));
    await updateEach(em, Deliverable, ['startRule', 'dueRule'], freed(parts));
  }
}
