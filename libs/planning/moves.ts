import { Injectable } from '@nestjs/common';
import { type Change, ActivityLog } from '@convener/activity';
import { type Day, groupBy, newId } from '@convener/kernel';
import { readAll, updateEach } from '@convener/platform';
import {
  type Days,
  Deliverable,
  deliverableMoved,
  isSettled,
  type Project,
  ProjectReminders,
  shifted,
  WorkItem,
} from '@convener/projects';
import type { EntityManager } from 'typeorm';

/** A locked work item and by how many calendar days it moves. */
export interface Move {
  item: WorkItem;
  days: number;
}

/** A row with the days that it has and those that it moves to. */
export interface MovedDays {
  id: string;
  title: string;
  titleEn: string | null;
  startDay: Day | null;
  dueDay: Day | null;
  toStartDay: Day | null;
  toDueDay: Day | null;
}

export function movedDays(row: Pick<WorkItem, 'id' | 'title' | 'titleEn' | keyof Days>, days: number): MovedDays {
  const { id, title, titleEn, startDay, dueDay } = row;
  const to = shifted(row, days);
  return { id, title, titleEn, startDay, dueDay, toStartDay: to.startDay, toDueDay: to.dueDay };
}

const DAYS = ['startDay', 'dueDay'] as const;

/** Moves work items, each by its own number of days, and with them what of their deliverables is open. */
@Injectable()
export class Moves {
  constructor(
    private readonly activity: ActivityLog,
    private readonly reminders: ProjectReminders,
  ) {}

  /** `why` is what the activity entries say beside the days. They share the batch id that is answered. */
  async make(
    em: EntityManager,
    project: Project,
    actorId: string,
    moves: readonly Move[],
    why: Record<string, unknown>,
  ): Promise<{ batchId: string; changed: number }> {
    const batchId = newId();
    const ids = moves.map(({ item }) => item.id);
    const parts = await readAll(em, Deliverable, 'WHERE t.work_item_id IN ?* ORDER BY t.position', [ids]);
    const open = groupBy(
      parts.filter((row) => !isSettled(row)),
      ({ workItemId }) => workItemId,
    );
    const rows = moves.flatMap(({ item, days }) => (open.get(item.id) ?? []).map((row) => ({ row, days })));
    await updateEach(
      em,
      WorkItem,
      DAYS,
      moves.map(({ item, days }) => ({ id: item.id, ...shifted(item, days) })),
    );
    await updateEach(
      em,
      Deliverable,
      DAYS,
      rows.map(({ row, days }) => ({ id: row.id, ...shifted(row, days) })),
    );
    const entries = moves.map(({ item, days }): Change => ({
      ...{ projectId: project.id, actorId, batchId, action: 'work-item.edited' },
      subject: { type: 'work-item', id: item.id, title: item.title },
      ...moved(item, days, why),
    }));
    const follow = rows.map(({ row, days }) => deliverableMoved(row, actorId, moved(row, days, {}), batchId));
    await this.activity.record(em, ...entries, ...follow);
    await this.reminders.replan(em, project, ids);
    return { batchId, changed: moves.length };
  }
}

function moved(row: Days, days: number, why: object) {
  const { startDay, dueDay } = row;
  return { before: { startDay, dueDay }, after: { ...shifted(row, days), ...why } };
}
