import { Injectable } from '@nestjs/common';
import { type Actor, can, PeopleQueries, type SignedIn } from '@convener/access';
import { Clock, type Day, dayAt, isId, notFound } from '@convener/kernel';
import { Database } from '@convener/platform';
import { entriesOf, StandardsLibrary } from '@convener/standards';
import { type EntityManager, In } from 'typeorm';
import { itemAbilities } from './abilities';
import { checkViews } from './check-views';
import { missingFor } from './completion';
import { DeliverableViews } from './deliverable-views';
import { ItemRows, listedItems } from './item-rows';
import { Predecessor } from './predecessor.entity';
import { type ItemScope, WorkScope } from './scope';
import { countingDay } from './progress';
import type { ChecklistRow, CheckView, DeliverableView, Neighbour, WorkItemRow, WorkItemView } from './views';
import { WorkItem } from './work-item.entity';
import { conditions, type WorkItemCursor, type WorkItemFilter } from './work-item-filter';

/** Reads of work items, deliverables and checks. */
@Injectable()
export class WorkItemsQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly rows: ItemRows,
    private readonly deliverables: DeliverableViews,
    private readonly people: PeopleQueries,
    private readonly standards: StandardsLibrary,
    private readonly clock: Clock,
  ) {}

  /** A page in the project's own order. `next` is null on the last one. */
  page(
    person: SignedIn,
    projectId: string,
    filter: WorkItemFilter,
    page: { after: WorkItemCursor | null; limit: number },
  ): Promise<{ items: ChecklistRow[]; next: WorkItemCursor | null }> {
    return this.database.read(async (em) => {
      const { project, actor, only } = await this.scope.work(em, projectId, person);
      const today = countingDay(project, this.clock.now());
      const { where, parameters } = conditions(projectId, filter, page.after, today, only);
      const tail = `WHERE ${where} ORDER BY t.position, t.id LIMIT ?`;
      const found = await listedItems(em, tail, [...parameters, page.limit + 1]);
      const items = found.slice(0, page.limit);
      const last = items.at(-1);
      const next = found.length > page.limit && last ? { position: last.position, id: last.id } : null;
      const rows = await this.rows.of(em, items, () => today);
      const may = items.map((item) => itemAbilities(actor, project, item));
      return { items: rows.map((row, at) => Object.assign(row, { may: may[at]! })), next };
    });
  }

  /** All that the filter leaves, up to `most`, with the project's name and the day there, to be taken away. */
  all(
    person: SignedIn,
    projectId: string,
    filter: WorkItemFilter,
    most: number,
  ): Promise<{ name: string; day: Day; items: WorkItemRow[]; more: boolean }> {
    return this.database.read(async (em) => {
      const { project } = await this.scope.seen(em, projectId, person);
      const now = this.clock.now();
      const today = countingDay(project, now);
      const { where, parameters } = conditions(projectId, filter, null, today);
      const found = await listedItems(em, `WHERE ${where} ORDER BY t.position, t.id LIMIT ?`, [
        ...parameters,
        most + 1,
      ]);
      const items = await this.rows.of(em, found.slice(0, most), () => today);
      return { name: project.name, day: dayAt(now, project.zone), items, more: found.length > most };
    });
  }

  one(person: SignedIn, id: string): Promise<WorkItemView> {
    return this.database.read(async (em) => this.view(em, await this.scope.item(em, id, person, 'look')));
  }

  deliverable(person: SignedIn, id: string): Promise<DeliverableView> {
    return this.database.read(async (em) => {
      const scope = await this.scope.deliverable(em, id, person, 'look');
      return (await this.deliverables.of(em, [scope]))[0]!;
    });
  }

  /** Read back after every tick, hence one statement. */
  async check(person: SignedIn, id: string): Promise<CheckView> {
    const [row] = isId(id)
      ? await this.database.select<SeenCheck>(SEEN_CHECK, [person.personId, person.personId, id])
      : [];
    if (!row || (row.role === null && person.workspaceRole !== 'admin')) throw notFound();
    const { role: _, decidedById, decidedByName, decidedAt, ...check } = row;
    return {
      ...check,
      decidedBy: decidedById === null ? null : { id: decidedById, name: decidedByName ?? '' },
      decidedAt: decidedAt === null ? null : Number(decidedAt),
    };
  }

  private async view(em: EntityManager, scope: ItemScope): Promise<WorkItemView> {
    const { item, project, actor, deliverables, checks } = scope;
    const [row] = await this.rows.of(em, [item], () => countingDay(project, this.clock.now()));
    const people = await this.people.refs(em, [item.doneBy, ...checks.map(({ decidedBy }) => decidedBy)]);
    const {
      ownerRole,
      level,
      edition,
      place,
      reason,
      waitingSince,
      startRule,
      dueRule,
      handSet,
      dayBasis,
      baselineStartDay,
      baselineDueDay,
      doneAt,
    } = item;
    return {
      ...row!,
      ...{
        ownerRole,
        level,
        edition,
        place,
        reason,
        waitingSince,
        startRule,
        dueRule,
        handSet,
        dayBasis,
        baselineStartDay,
        baselineDueDay,
        doneAt,
      },
      doneBy: (item.doneBy && people.get(item.doneBy)) || null,
      ...this.competences(item),
      predecessors: await neighbours(em, actor, 'workItemId', 'predecessorId', item.id),
      successors: await neighbours(em, actor, 'predecessorId', 'workItemId', item.id),
      missing: missingFor({ deliverables, checks }, project.strictChecks),
      deliverableList: await this.deliverables.ofItem(em, scope, deliverables),
      checkList: checkViews(checks, people),
      may: itemAbilities(actor, project, item),
    };
  }

  /** What the standard asks of whoever does the task. */
  private competences({ standard, place }: WorkItem) {
    const facts = this.standards.all().find(({ slug }) => slug === standard);
    const found = place === null ? null : this.standards.taskAt(place);
    return {
      standardName: facts?.name ?? null,
      knowledge: found ? entriesOf(found.standard.knowledge, found.task.knowledge) : [],
      skills: found ? entriesOf(found.standard.skills, found.task.skills) : [],
    };
  }
}

type SeenCheck = Omit<CheckView, 'decidedBy' | 'decidedAt'> & {
  role: string | null;
  decidedById: string | null;
  decidedByName: string | null;
  decidedAt: number | string | null;
};

/** A check, who decided it, and what the person who asks is in its project. */
const SEEN_CHECK = `
  SELECT c.id, c.work_item_id AS "workItemId", c.code, c.text, c.stage, c.state, c.reason, c.source, c.version,
         c.decided_at AS "decidedAt", p.id AS "decidedById", p.name AS "decidedByName",
         COALESCE(m.role, (SELECT 'temporary' FROM temporary_staff h WHERE h.person_id = ?
                            AND h.team_id = (SELECT w.team_id FROM work_items w WHERE w.id = c.work_item_id))) AS role
    FROM checks c
    LEFT JOIN people p ON p.id = c.decided_by
    LEFT JOIN project_members m ON m.project_id = c.project_id AND m.person_id = ?
   WHERE c.id = ?`;

/** Those that the actor may see. */
async function neighbours(
  em: EntityManager,
  actor: Actor,
  from: 'workItemId' | 'predecessorId',
  to: 'workItemId' | 'predecessorId',
  id: string,
): Promise<Neighbour[]> {
  const links = await em.findBy(Predecessor, { [from]: id });
  const rows = await em.find(WorkItem, {
    select: { id: true, title: true, titleEn: true, status: true, position: true, teamId: true },
    where: { id: In(links.map((link) => link[to])) },
    order: { position: 'ASC' },
  });
  const lags = new Map(links.map((link) => [link[to], link]));
  const seen = rows.filter((row) => can(actor, 'work.read', row));
  return seen.map(({ id: itemId, title, titleEn, status }) => {
    const { lagDays, lagUnit } = lags.get(itemId)!;
    return { id: itemId, title, titleEn, status, lagDays, lagUnit };
  });
}
