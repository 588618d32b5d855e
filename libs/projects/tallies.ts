import type { Day } from '@convener/kernel';
import { plainRows } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { DECIDED_STATES, SETTLED_STATUSES, sqlList, UNSUBMITTED_STATUSES } from './transitions';

/** What a work item's deliverables and checks come to. */
export interface Tally {
  deliverables: { total: number; settled: number; submitted: number };
  checks: { total: number; decided: number };
  /** The earliest due day of a deliverable that nobody has handed in. */
  nextDueDay: Day | null;
}

export const NOTHING: Tally = {
  deliverables: { total: 0, settled: 0, submitted: 0 },
  checks: { total: 0, decided: 0 },
  nextDueDay: null,
};

const count = (condition: string) => `CAST(SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS integer)`;

/** Counted by the database: of a thousand checks only how many there are is wanted. */
const deliverablesOf = (column: string) => `
  SELECT work_item_id AS id, CAST(COUNT(*) AS integer) AS total,
         ${count(`status IN ${sqlList(SETTLED_STATUSES)}`)} AS settled,
         ${count("status = 'submitted'")} AS submitted,
         MIN(CASE WHEN status IN ${sqlList(UNSUBMITTED_STATUSES)} THEN due_day END) AS next
    FROM deliverables WHERE ${column} IN ?* GROUP BY work_item_id`;
const checksOf = (column: string) => `
  SELECT work_item_id AS id, CAST(COUNT(*) AS integer) AS total,
         ${count(`state IN ${sqlList(DECIDED_STATES)}`)} AS decided
    FROM checks WHERE ${column} IN ?* GROUP BY work_item_id`;

const BY_ITEM = { deliverables: deliverablesOf('work_item_id'), checks: checksOf('work_item_id') };
const BY_PROJECT = { deliverables: deliverablesOf('project_id'), checks: checksOf('project_id') };

/** By work item; one without deliverables and checks is missing. */
export function talliesOfItems(em: EntityManager, itemIds: readonly string[]): Promise<Map<string, Tally>> {
  return tallies(em, BY_ITEM, itemIds);
}

/** By work item, of all work items of these projects. */
export function talliesOfProjects(em: EntityManager, projectIds: readonly string[]): Promise<Map<string, Tally>> {
  return tallies(em, BY_PROJECT, projectIds);
}

async function tallies(em: EntityManager, sql: typeof BY_ITEM, ids: readonly string[]): Promise<Map<string, Tally>> {
  const found = new Map<string, Tally>();
  if (ids.length === 0) return found;
  type Row = { id: string; total: number; settled: number; submitted: number; next: Day | null };
  for (const { id, total, settled, submitted, next } of await plainRows<Row>(em, sql.deliverables, [ids]))
    found.set(id, { ...NOTHING, deliverables: { total, settled, submitted }, nextDueDay: next });
  for (const { id, total, decided } of await plainRows<{ id: string; total: number; decided: number }>(em, sql.checks, [
    ids,
  ]))
    found.set(id, { ...(found.get(id) ?? NOTHING), checks: { total, decided } });
  return found;
}
