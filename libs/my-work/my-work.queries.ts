import { isTemporary, type SignedIn } from '@convener/access';
import { addDays, Clock, type Day, dayAt } from '@convener/kernel';
import { Database } from '@convener/platform';
import {
  ItemRows,
  type ListedItem,
  listedItems,
  OPEN_ITEM_STATUSES,
  SOON_DAYS,
  sqlList,
  type WaitingKind,
  type WorkItemRow,
} from '@convener/projects';
import { Standings } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AcceptancesQueries } from './acceptances.queries';
import { byParts, myProjects, partsOf } from './my-projects';
import { nextStepsOf, openPredecessors } from './next-steps.queries';
import type { MyWork, MyWorkList } from './my-views';

/** Most urgent first; what waits for somebody else comes last. */
const BUCKETS: readonly MyWork['bucket'][] = ['overdue', 'today', 'week', 'later', 'waiting'];

/** The most that one list holds; beyond, nobody reads on. */
export const MOST_LISTED = 500;

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
    private readonly acceptances: AcceptancesQueries,
    private readonly clock: Clock,
  ) {}

  /** Open work that is mine or in the pool of my sub-teams, most urgent first, and what waits for my acceptance. */
  view(person: SignedIn, { project: only, waiting }: MyWorkFilter = {}): Promise<MyWorkList> {
    return this.database.read(async (em) => {
      const projects = await myProjects(em, person, only);
      if (projects.size === 0) return { items: [], toAccept: [], leads: false };
      const now = this.clock.now();
      const days = new Map([...projects].map(([id, { zone }]) => [id, daysAround(dayAt(now, zone))]));
      const teams = await this.standings.teamPlaces(em, [...projects.keys()], person.personId);
      const teamIds = teams.map(({ teamId }) => teamId);
      const items = await this.mine(em, person, teamIds, { project: only, waiting });
      const rows = await this.rows.of(em, items, (projectId) => days.get(projectId)!.today);
      const own = rows.filter(({ assignee }) => assignee?.id === person.personId);
      const steps = await nextStepsOf(em, own, (projectId) => projects.get(projectId)!.strictChecks);
      const unbegun = rows.filter(({ status }) => status === 'to-do').map(({ id }) => id);
      // Work of other sub-teams is not theirs to hear of.
      const before = await openPredecessors(em, unbegun, isTemporary(person) ? teamIds : null);
      const mine = rows.map((row) =>
        Object.assign(row, {
          projectName: projects.get(row.projectId)!.name,
          mine: row.assignee?.id === person.personId,
          bucket: bucketOf(row, days.get(row.projectId)!),
          next: steps.get(row.id) ?? null,
          after: before.get(row.id) ?? [],
        }),
      );
      return {
        // By due day inside each bucket: an item can be overdue through a deliverable long before its own day.
        items: mine.sort((a, b) => BUCKETS.indexOf(a.bucket) - BUCKETS.indexOf(b.bucket)),
        toAccept: await this.acceptances.lines(em, person, projects),
        leads: teams.some(({ lead }) => lead),
      };
    });
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
    return listedItems(em, tail, [personId, personId, teamIds, ...more.map(([, value]) => value), MOST_LISTED]);
  }
}

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
export const BY_URGENCY = "ORDER BY COALESCE(t.due_day, '9999'), t.id LIMIT ?";

/** Today, and the last day that counts as soon. */
export function daysAround(today: Day): { today: Day; soon: Day } {
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
