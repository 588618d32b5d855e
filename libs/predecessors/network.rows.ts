import { type Day, dayAt } from '@convener/kernel';
import { plainRows } from '@convener/platform';
import { isOpenItem, type Project, type WorkItemStatus } from '@convener/projects';
import type { NetworkEdge, NetworkNode } from '@convener/schedule';
import type { Stage } from '@convener/templates';
import type { EntityManager } from 'typeorm';
import { limitOf } from './limits';

/** A row of work as the schedule needs it. Days are `YYYY-MM-DD` in the project's zone. */
export interface NetworkRow extends NetworkNode {
  code: string | null;
  title: string;
  titleEn: string | null;
  stage: Stage;
  teamId: string | null;
  status: WorkItemStatus;
  version: number;
}

type Stored = Omit<NetworkRow, 'open' | 'begun' | 'doneDay' | 'limitDay'> & { doneAt: number | string | null };

/** The work items of a project that apply, in its own order, and what waits for what among them. */
export async function networkOf(
  em: EntityManager,
  { id, zone, openingDay, closingDay, anchors }: Project,
): Promise<{ rows: NetworkRow[]; edges: NetworkEdge[] }> {
  const stored = await plainRows<Stored>(em, ROWS, [id]);
  const latest = stored.reduce<Day | null>(
    (day, { dueDay }) => (dueDay && (!day || dueDay > day) ? dueDay : day),
    null,
  );
  const reportDue = anchors.find(({ key }) => key === 'reportDue')?.day ?? latest;
  const rows = stored.map(({ doneAt, ...row }): NetworkRow => ({
    ...row,
    open: isOpenItem(row),
    begun: row.status !== 'to-do',
    doneDay: doneAt === null ? null : dayAt(Number(doneAt), zone),
    limitDay: limitOf(row, { openingDay, closingDay, reportDue }),
  }));
  return { rows, edges: await plainRows<NetworkEdge>(em, EDGES, [id]) };
}

/** The day from which lateness counts: today, or for a project that rests the day on which it was stopped. */
export function scheduleDay({ statusSince, zone }: Pick<Project, 'statusSince' | 'zone'>, now: number): Day {
  return dayAt(statusSince ?? now, zone);
}

const ROWS = `
  SELECT t.id, t.code, t.title, t.title_en AS "titleEn", t.stage, t.team_id AS "teamId", t.status, t.version,
         t.start_day AS "startDay", t.due_day AS "dueDay", t.baseline_start_day AS "baselineStartDay",
         t.baseline_due_day AS "baselineDueDay", t.done_at AS "doneAt"
    FROM work_items t
   WHERE t.project_id = ? AND t.status <> 'not-applicable' ORDER BY t.position, t.id`;

const EDGES = `
  SELECT l.predecessor_id AS "from", l.work_item_id AS "to", l.lag_days AS "lagDays", l.lag_unit AS "lagUnit"
    FROM work_item_predecessors l JOIN work_items t ON t.id = l.work_item_id
   WHERE t.project_id = ? ORDER BY l.work_item_id, l.predecessor_id`;
