import { Injectable } from '@nestjs/common';
import { can, type SignedIn } from '@convener/access';
import { addDays, Clock, type Day, dayAt } from '@convener/kernel';
import { Database } from '@convener/platform';
import { Standings } from '@convener/teams';
import { Brackets, type EntityManager, In } from 'typeorm';
import { DeliverableViews } from './deliverable-views';
import { Deliverable } from './deliverable.entity';
import { ItemRows } from './item-rows';
import { SOON_DAYS } from './progress';
import { Project } from './project.entity';
import type { MyAcceptance, MyWork, WorkItemRow } from './views';
import { WorkItem } from './work-item.entity';

/** Most urgent first; what waits for somebody else comes last. */
const BUCKETS: readonly MyWork['bucket'][] = ['overdue', 'today', 'week', 'later', 'waiting'];

/** The most that one list holds; beyond, nobody reads on. */
const MOST = 500;

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
  view(person: SignedIn, only?: string): Promise<{ items: MyWork[]; toAccept: MyAcceptance[] }> {
    return this.database.read(async (em) => {
      const parts = await this.standings.projectsOf(em, person.personId);
      const ids = parts.map(({ projectId }) => projectId).filter((id) => only === undefined || id === only);
      const projects = new Map(
        (await em.findBy(Project, { id: In(ids), status: 'running' })).map((project) => [project.id, project]),
      );
      if (projects.size === 0) return { items: [], toAccept: [] };
      const now = this.clock.now();
      const today = (projectId: string): Day => dayAt(now, projects.get(projectId)!.zone);
      const teams = await this.standings.teamPlaces(em, [...projects.keys()], person.personId);
      const items = await this.mine(
        em,
        person.personId,
        [...projects.keys()],
        teams.map(({ teamId }) => teamId),
      );
      const rows = await this.rows.of(em, items, today);
      const mine = rows.map((row) => ({
        ...row,
        projectName: projects.get(row.projectId)!.name,
        mine: row.assignee?.id === person.personId,
        bucket: bucketOf(row, today(row.projectId)),
      }));
      return {
        // By due day inside each bucket: an item can be overdue through a deliverable long before its own day.
        items: mine.sort((a, b) => BUCKETS.indexOf(a.bucket) - BUCKETS.indexOf(b.bucket)),
        toAccept: await this.toAccept(em, person, projects),
      };
    });
  }

  private mine(
    em: EntityManager,
    personId: string,
    projectIds: readonly string[],
    teamIds: readonly string[],
  ): Promise<WorkItem[]> {
    return (
      em
        .createQueryBuilder(WorkItem, 'w')
        .where({ projectId: In([...projectIds]), status: In(['to-do', 'doing', 'waiting']) })
        .andWhere(
          new Brackets((either) => {
            either.where('w.assigneeId = :personId', { personId });
            if (teamIds.length > 0) either.orWhere('(w.assigneeId IS NULL AND w.teamId IN (:...teamIds))', { teamIds });
          }),
        )
        // Days are text, so '9999' puts what has none last on both databases.
        .orderBy("COALESCE(w.dueDay, '9999')")
        .addOrderBy('w.id')
        .limit(MOST)
        .getMany()
    );
  }

  private async toAccept(
    em: EntityManager,
    person: SignedIn,
    projects: ReadonlyMap<string, Project>,
  ): Promise<MyAcceptance[]> {
    const submitted = await em.find(Deliverable, {
      where: { projectId: In([...projects.keys()]), status: 'submitted' },
      order: { submittedAt: 'ASC' },
      take: MOST,
    });
    const items = new Map(
      (await em.findBy(WorkItem, { id: In(submitted.map(({ workItemId }) => workItemId)) })).map((item) => [
        item.id,
        item,
      ]),
    );
    const actors = await this.standings.ofMany(em, [...projects.keys()], person);
    const found: MyAcceptance[] = [];
    for (const row of submitted) {
      const item = items.get(row.workItemId)!;
      const project = projects.get(row.projectId)!;
      const actor = actors.get(row.projectId)!;
      if (!can(actor, 'deliverable.accept', { teamId: item.teamId, accepter: row.accepter })) continue;
      const [deliverable] = await this.deliverables.of(em, { project, item, actor }, [row]);
      if (!deliverable?.may.includes('accept')) continue;
      const { id, title, titleEn } = item;
      found.push({ deliverable, workItem: { id, title, titleEn }, project: { id: project.id, name: project.name } });
    }
    return found;
  }
}

/** Where a work item stands in a person's list. */
export function bucketOf(
  { status, overdue, dueDay }: Pick<WorkItemRow, 'status' | 'overdue' | 'dueDay'>,
  today: Day,
): MyWork['bucket'] {
  if (status === 'waiting') return 'waiting';
  if (overdue) return 'overdue';
  if (dueDay === today) return 'today';
  return dueDay !== null && dueDay <= addDays(today, SOON_DAYS) ? 'week' : 'later';
}
