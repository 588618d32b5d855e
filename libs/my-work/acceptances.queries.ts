import { can, PeopleQueries, type SignedIn } from '@convener/access';
import { ActivityQueries } from '@convener/activity';
import { groupBy } from '@convener/kernel';
import { Database, plainRows, readAll } from '@convener/platform';
import { Check, checkViews, Deliverable, DeliverableViews, WorkItem } from '@convener/projects';
import { StandardsLibrary } from '@convener/standards';
import { Standings } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type MyProject, myProjects } from './my-projects';
import type { AcceptanceCard, AcceptanceQueue, MyAcceptance } from './my-views';

/** The most that are looked at; beyond, nobody reads on. */
const MOST = 500;
/** So many stand in the queue with all that is shown of them; the next come as these go. */
const QUEUE = 60;
/** How many former reasons are offered. */
const REASONS = 5;

interface Found extends MyAcceptance {
  item: WorkItem;
  in: MyProject;
}

/** What waits for one person's acceptance, the oldest first. */
@Injectable()
export class AcceptancesQueries {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly deliverables: DeliverableViews,
    private readonly people: PeopleQueries,
    private readonly activity: ActivityQueries,
    private readonly standards: StandardsLibrary,
  ) {}

  /** With everything that deciding takes, so that going from one to the next asks for nothing more. */
  queue(person: SignedIn, only?: string): Promise<AcceptanceQueue> {
    return this.database.read(async (em) => {
      const projects = await myProjects(em, person, only);
      const all = await this.found(em, person, projects);
      const items = await this.cards(em, all.slice(0, QUEUE));
      return { items, total: all.length, reasons: await reasonsIn(em, [...projects.keys()]) };
    });
  }

  /** As lines of a list. Joins the caller's transaction. */
  async lines(em: EntityManager, person: SignedIn, projects: ReadonlyMap<string, MyProject>): Promise<MyAcceptance[]> {
    const all = await this.found(em, person, projects);
    return all.map(({ deliverable, workItem, project }) => ({ deliverable, workItem, project }));
  }

  private async found(em: EntityManager, person: SignedIn, projects: ReadonlyMap<string, MyProject>): Promise<Found[]> {
    const ids = [...projects.keys()];
    if (ids.length === 0) return [];
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
    return seen.flatMap(({ item, project }, index) => {
      const deliverable = views[index]!;
      if (!deliverable.may.includes('accept')) return [];
      const { id, title, titleEn } = item;
      const named = { workItem: { id, title, titleEn }, project: { id: project.id, name: project.name } };
      return [{ deliverable, ...named, item, in: project }];
    });
  }

  private async cards(em: EntityManager, found: readonly Found[]): Promise<AcceptanceCard[]> {
    if (found.length === 0) return [];
    const itemIds = [...new Set(found.map(({ item }) => item.id))];
    const checks = await readAll(em, Check, CHECKS, [itemIds]);
    const people = await this.people.refs(
      em,
      checks.map(({ decidedBy }) => decidedBy),
    );
    const ofItem = groupBy(checkViews(checks, people), ({ workItemId }) => workItemId);
    const returns = groupBy(
      await this.activity.ofSubjects(
        em,
        found.map(({ deliverable }) => deliverable.id),
        'deliverable.returned',
      ),
      ({ subject }) => subject.id,
    );
    return found.map(({ deliverable, workItem, project, item, in: { zone } }) => ({
      ...{ deliverable, workItem, project, zone },
      ...{ itemCode: item.code, stage: item.stage, edition: item.edition },
      standardName: this.standards.all().find(({ slug }) => slug === item.standard)?.name ?? null,
      checks: ofItem.get(item.id) ?? [],
      returns: (returns.get(deliverable.id) ?? []).map(({ at, actor, after }) => ({
        ...{ at, by: actor },
        reason: typeof after?.reason === 'string' ? after.reason : null,
      })),
    }));
  }
}

const SUBMITTED = `WHERE t.project_id IN ?* AND t.status = 'submitted' ORDER BY t.submitted_at, t.id LIMIT ?`;
const CHECKS = 'WHERE t.work_item_id IN ?* ORDER BY t.position, t.id';

/** Why things lately came back in these projects, and still are back: often the next is returned for the same. */
async function reasonsIn(em: EntityManager, projectIds: readonly string[]): Promise<string[]> {
  if (projectIds.length === 0) return [];
  const rows = await plainRows<{ reason: string }>(em, REASONS_GIVEN, [projectIds]);
  return [...new Set(rows.map(({ reason }) => reason))].slice(0, REASONS);
}

const REASONS_GIVEN = `
  SELECT reason FROM deliverables
   WHERE project_id IN ?* AND status = 'returned' AND reason IS NOT NULL ORDER BY status_since DESC, id LIMIT 50`;
