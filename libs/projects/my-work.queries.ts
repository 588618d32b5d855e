import { Injectable } from '@nestjs/common';
import { can, isTemporary, type SignedIn } from '@convener/access';
import { addDays, Clock, type Day, dayAt } from '@convener/kernel';
import { Database, plainRows, readAll } from '@convener/platform';
import { Standings } from '@convener/teams';
import type { EntityManager } from 'typeorm';
import { DeliverableViews } from './deliverable-views';
import { Deliverable } from './deliverable.entity';
import { ItemRows, type ListedItem, listedItems } from './item-rows';
import { SOON_DAYS } from './progress';
import type { Project } from './project.entity';
import { OPEN_ITEM_STATUSES, sqlList, type WaitingKind } from './transitions';
import type { MyAcceptance, MyWork, WorkItemRow } from './views';
import { WorkItem } from './work-item.entity';

/** Most urgent first; what waits for somebody else comes last. */
const BUCKETS: readonly MyWork['bucket'][] = ['overdue', 'today', 'week', 'later', 'waiting'];

/** The most that one list holds; beyond, nobody reads on. */
const MOST = 500;

/** Only this project; only what waits for one of this kind. */
export interface MyWorkFilter {
  project?: string;
  waiting?: WaitingKind;
}

/** What one person has to do, across projects. */
@Injectable()
export class MyWorkQueries {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly rows: ItemRows,
    private readonly deliverables: DeliverableViews,
    private readonly clock: Clock,
  ) {}

  /** Open work that is mine or in the pool of my sub-teams, most urgent first, and what waits for my acceptance. */
  view(
    person: SignedIn,
    { project: only, waiting }: MyWorkFilter = {},
  ): Promise<{ items: MyWork[]; toAccept: MyAcceptance[] }> {
    return this.database.read(async (em) => {
      const projects = await this.projects(em, person, only);
      if (projects.size === 0) return { items: [], toAccept: [] };
      const now = this.clock.now();
      const days = new Map([...projects].map(([id, { zone }]) => [id, daysAround(dayAt(now, zone))]));
      const teams = await this.standings.teamsOf(em, [...projects.keys()], person.personId);
      const items = await this.mine(em, person, teams, { project: only, waiting });
      const rows = await this.rows.of(em, items, (projectId) => days.get(projectId)!.today);
      const mine = rows.map((row) =>
        Object.assign(row, {
          projectName: projects.get(row.projectId)!.name,
          mine: row.assignee?.id === person.personId,
          bucket: bucketOf(row, days.get(row.projectId)!),
        }),
      );
      return {
        // By due day inside each bucket: an item can be overdue through a deliverable long before its own day.
        items: mine.sort((a, b) => BUCKETS.indexOf(a.bucket) - BUCKETS.indexOf(b.bucket)),
        toAccept: await this.toAccept(em, person, projects),
      };
    });
  }

  /** Running projects that the person has a part in. */
  private async projects(em: EntityManager, person: SignedIn, only?: string): Promise<Map<string, MyProject>> {
    const rows = await plainRows<MyProject>(em, MY_PROJECTS[partsOf(person)], [person.personId]);
    return new Map(rows.filter(({ id }) => only === undefined || id === only).map((project) => [project.id, project]));
  }

  private mine(
    em: EntityManager,
    person: SignedIn,
    teamIds: readonly string[],
    { project, waiting }: MyWorkFilter,
  ): Promise<ListedItem[]> {
    const more: [sql: string, value: string][] = [];
    if (project !== undefined) more.push([' AND t.project_id = ?', project]);
    if (waiting !== undefined) more.push([" AND t.status = 'waiting' AND t.waiting_kind = ?", waiting]);
    const { personId } = person;
    const tail = `${MINE[partsOf(person)]}${more.map(([sql]) => sql).join('')} ${BY_URGENCY}`;
    return listedItems(em, tail, [personId, personId, teamIds, ...more.map(([, value]) => value), MOST]);
  }

  private async toAccept(
    em: EntityManager,
    person: SignedIn,
    projects: ReadonlyMap<string, MyProject>,
  ): Promise<MyAcceptance[]> {
    const ids = [...projects.keys()];
    const submitted = await readAll(em, Deliverable, SUBMITTED, [ids, MOST]);
    if (submitted.length === 0) return [];
    const itemIds = [...new Set(submitted.map(({ workItemId }) => workItemId))];
    const items = new Map(
      (await readAll(em, WorkItem, 'WHERE t.id IN ?*', [itemIds])).map((item) => [item.id, item] as const),
    );
    const actors = await this.standings.ofMany(em, ids, person);
    const seen = submitted
      .map((deliverable) => ({
        deliverable,
        item: items.get(deliverable.workItemId)!,
        project: projects.get(deliverable.projectId)!,
        actor: actors.get(deliverable.projectId)!,
      }))
      .filter(({ actor, item, deliverable: { accepter } }) =>
        can(actor, 'deliverable.accept', { teamId: item.teamId, accepter }),
      );
    const views = await this.deliverables.of(em, seen);
    return seen.flatMap(({ item: { id, title, titleEn }, project }, index) => {
      const deliverable = views[index]!;
      if (!deliverable.may.includes('accept')) return [];
      return [{ deliverable, workItem: { id, title, titleEn }, project: { id: project.id, name: project.name } }];
    });
  }
}

type MyProject = Pick<Project, 'id' | 'name' | 'zone' | 'status'>;

/** Where it stands which projects a person has a part in: one place or the other, never both. */
const partsOf = (person: SignedIn) => (isTemporary(person) ? 'temporary_staff' : 'project_members');
type Parts = ReturnType<typeof partsOf>;
const byParts = (sql: (parts: Parts) => string): Record<Parts, string> => ({
  project_members: sql('project_members'),
  temporary_staff: sql('temporary_staff'),
});

const MY_PROJECTS = byParts(
  (parts) => `
  SELECT p.id, p.name, p.zone, p.status
    FROM ${parts} m JOIN projects p ON p.id = m.project_id
   WHERE m.person_id = ? AND p.status = 'running'`,
);

const OPEN = `status IN ${sqlList(OPEN_ITEM_STATUSES)}`;

/** From the person and the sub-teams to the work, so that it takes no longer where there are thousands of projects. */
const MINE = byParts(
  (parts) => `
    JOIN projects p ON p.id = t.project_id AND p.status = 'running'
    JOIN ${parts} m ON m.project_id = t.project_id AND m.person_id = ?
   WHERE t.id IN (SELECT id FROM work_items WHERE assignee_id = ? AND ${OPEN}
                  UNION ALL SELECT id FROM work_items WHERE team_id IN ?* AND assignee_id IS NULL AND ${OPEN})`,
);

/** Days are text, so '9999' puts what has none last on both databases. */
const BY_URGENCY = "ORDER BY COALESCE(t.due_day, '9999'), t.id LIMIT ?";

const SUBMITTED = `WHERE t.project_id IN ?* AND t.status = 'submitted' ORDER BY t.submitted_at LIMIT ?`;

/** Today, and the last day that counts as soon. */
function daysAround(today: Day): { today: Day; soon: Day } {
  return { today, soon: addDays(today, SOON_DAYS) };
}

/** Where a work item stands in a person's list. */
export function bucketOf(
  { status, overdue, dueDay }: Pick<WorkItemRow, 'status' | 'overdue' | 'dueDay'>,
  { today, soon }: { today: Day; soon: Day },
): MyWork['bucket'] {
  if (status === 'waiting') return 'waiting';
  if (overdue) return 'overdue';
  if (dueDay === today) return 'today';
  return dueDay !== null && dueDay <= soon ? 'week' : 'later';
}
