import { type Day, dayAt } from '@convener/kernel';
import { plainRows, readAll } from '@convener/platform';
import { OPEN_ITEM_STATUSES, type Project, sqlList, WorkOrigins } from '@convener/projects';
import { RecordEntry } from '@convener/records';
import { endOfRecurring, RecurringWork } from '@convener/recurring-work';
import { openLists } from '@convener/registers';
import type { EntityManager } from 'typeorm';
import { accepterOf, type OpenThing, type Owned, whoseTurn } from './open-things.rules';

/** Everything of a project that is not settled at an instant (epoch ms), waived or not. As many statements for any size. */
export async function openThings(
  em: EntityManager,
  project: Project,
  origins: WorkOrigins,
  now: number,
): Promise<OpenThing[]> {
  const today = dayAt(now, project.zone);
  const { id } = project;
  return [
    ...(await plainRows<Row>(em, ITEMS, [id])).map((row) => thing('work-item', row)),
    ...(await plainRows<Row & Handed>(em, DELIVERABLES, [id])).map(deliverable),
    ...(await plainRows<Row>(em, CHECKS, [id])).map((row) => thing('checks', row)),
    ...(await plainRows<Row>(em, CONTRACTS, [id])).map((row) => thing('contract', row)),
    ...(await ofLists(em, id)),
    ...(await ofRecords(em, id, origins)),
    ...(await ofRecurring(em, project, today)),
    ...(await plainRows<Row>(em, MILESTONES, [id, today])).map((row) => thing('milestone', row)),
  ];
}

interface Row extends Owned {
  id: string;
  title: string;
  titleEn: string | null;
  dueDay: Day | null;
  workItemId: string | null;
  measure?: number | string;
}

interface Handed {
  status: 'open' | 'returned' | 'submitted';
  accepter: string | null;
}

function thing(kind: OpenThing['kind'], row: Row, registerId: string | null = null): OpenThing {
  const { id, title, titleEn, dueDay, workItemId, measure = 1 } = row;
  return {
    ...{ kind, id, title, titleEn, measure: Number(measure), dueDay, workItemId, registerId },
    acts: whoseTurn(row),
  };
}

function deliverable({ status, accepter, ...row }: Row & Handed): OpenThing {
  if (status !== 'submitted') return thing(status === 'returned' ? 'returned' : 'deliverable', row);
  return { ...thing('submitted', row), acts: accepterOf(accepter, row) };
}

async function ofLists(em: EntityManager, projectId: string): Promise<OpenThing[]> {
  return (await openLists(em, projectId)).flatMap((list) => {
    const { id, name, nameEn, teamId, incomplete, unpaid, daysUnsaid, unsolved } = list;
    const of = { assigneeId: null, teamId, dueDay: null, workItemId: null };
    const row = { id, title: name, titleEn: nameEn, ...of };
    return [
      ...(incomplete > 0 ? [thing('incomplete-list', { ...row, measure: incomplete }, id)] : []),
      ...(unpaid > 0 ? [thing('unpaid', { ...row, measure: unpaid }, id)] : []),
      ...(daysUnsaid ? [thing('personal-days', { ...row, teamId: null }, id)] : []),
      ...unsolved.map(({ rowId, title }) => thing('problem', { ...row, id: rowId, title, titleEn: null }, id)),
    ];
  });
}

/** Action items of which no work was made. Work that was is listed as such until it is finished. */
async function ofRecords(em: EntityManager, projectId: string, origins: WorkOrigins): Promise<OpenThing[]> {
  const entries = await readAll(em, RecordEntry, ENTRIES, [projectId]);
  const items = new Map(
    (
      await plainRows<{ id: string; workItemId: string }>(em, ITEMS_OF, [entries.map((entry) => entry.deliverableId)])
    ).map((row) => [row.id, row.workItemId]),
  );
  const actions = entries.flatMap((entry) => entry.actions.map((action) => ({ ...action, of: entry.deliverableId })));
  const made = await origins.madeFrom(
    em,
    actions.map(({ id }) => id),
  );
  return actions
    .filter(({ id }) => !made.has(id))
    .map(({ text, of, ...action }) =>
      thing('action', { ...action, title: text, titleEn: null, workItemId: items.get(of) ?? null }),
    );
}

async function ofRecurring(em: EntityManager, project: Project, today: Day): Promise<OpenThing[]> {
  const where = 'WHERE t.project_id = ? AND t.ended_at IS NULL ORDER BY t.id';
  const rows = await readAll(em, RecurringWork, where, [project.id]);
  return rows.flatMap((row) => {
    const end = endOfRecurring(row, project);
    return end !== null && end >= today ? [thing('recurring', { ...row, dueDay: end, workItemId: null })] : [];
  });
}

const OF_ITEM = 'w.assignee_id AS "assigneeId", w.team_id AS "teamId", w.id AS "workItemId"';
const NAMED = 't.id, t.title, t.title_en AS "titleEn", t.due_day AS "dueDay"';

const ITEMS = `
  SELECT w.id, w.title, w.title_en AS "titleEn", w.due_day AS "dueDay", ${OF_ITEM}
    FROM work_items w WHERE w.project_id = ? AND w.status IN ${sqlList(OPEN_ITEM_STATUSES)}`;

const DELIVERABLES = `
  SELECT ${NAMED}, t.status, t.accepter, ${OF_ITEM}
    FROM deliverables t JOIN work_items w ON w.id = t.work_item_id
   WHERE t.project_id = ? AND t.status IN ('open', 'returned', 'submitted') AND w.status <> 'not-applicable'`;

const CHECKS = `
  SELECT w.id, w.title, w.title_en AS "titleEn", w.due_day AS "dueDay", ${OF_ITEM}, c.open AS "measure"
    FROM (SELECT work_item_id, COUNT(*) AS open FROM checks WHERE project_id = ? AND state = 'open'
           GROUP BY work_item_id) c
    JOIN work_items w ON w.id = c.work_item_id WHERE w.status <> 'not-applicable'`;

const CONTRACTS = `
  SELECT c.id, c.party AS title, NULL AS "titleEn", d.due_day AS "dueDay", ${OF_ITEM}
    FROM deliverables d JOIN contracts c ON c.deliverable_id = d.id JOIN work_items w ON w.id = d.work_item_id
   WHERE d.project_id = ? AND c.state IN ('drafted', 'sent') AND d.status <> 'waived' AND w.status <> 'not-applicable'`;

const ENTRIES = `
  WHERE t.deliverable_id IN (SELECT id FROM deliverables WHERE project_id = ? AND kind = 'record') ORDER BY t.day, t.id`;

const ITEMS_OF = 'SELECT id, work_item_id AS "workItemId" FROM deliverables WHERE id IN ?*';

const MILESTONES = `
  SELECT t.id, t.name AS title, t.name_en AS "titleEn", t.day AS "dueDay", NULL AS "assigneeId", NULL AS "teamId",
         t.work_item_id AS "workItemId"
    FROM milestones t WHERE t.project_id = ? AND t.day > ?`;
