import { Injectable } from '@nestjs/common';
import { PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import { Clock, type Day, dayAt, isId, notFound } from '@convener/kernel';
import { Database } from '@convener/platform';
import { entriesOf, StandardsLibrary } from '@convener/standards';
import type { Stage } from '@convener/templates';
import { type EntityManager, In } from 'typeorm';
import { itemAbilities } from './abilities';
import { missingFor } from './completion';
import { DeliverableViews } from './deliverable-views';
import { ItemRows, listedItems } from './item-rows';
import { Predecessor } from './predecessor.entity';
import { likePattern } from './rows';
import { type ItemScope, WorkScope } from './scope';
import { countingDay } from './progress';
import {
  OPEN_ITEM_STATUSES,
  sqlList,
  UNSUBMITTED_STATUSES,
  type WaitingKind,
  type WorkItemStatus,
} from './transitions';
import type { CheckView, DeliverableView, Neighbour, WorkItemRow, WorkItemView } from './views';
import { WorkItem } from './work-item.entity';

export interface WorkItemFilter {
  stage?: Stage;
  team?: string;
  status?: WorkItemStatus;
  assignee?: string;
  /** First and last day on which it is due. */
  dueFrom?: Day;
  dueTo?: Day;
  overdue?: boolean;
  /** What waits for one of this kind. */
  waiting?: WaitingKind;
  /** Part of the title, in either language, or of the code. */
  text?: string;
}

/** The last row of the page before: position, then id. */
export interface WorkItemCursor {
  position: number;
  id: string;
}

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
  ): Promise<{ items: WorkItemRow[]; next: WorkItemCursor | null }> {
    return this.database.read(async (em) => {
      const { project } = await this.scope.seen(em, projectId, person);
      const today = countingDay(project, this.clock.now());
      const { where, parameters } = conditions(projectId, filter, page.after, today);
      const tail = `WHERE ${where} ORDER BY t.position, t.id LIMIT ?`;
      const found = await listedItems(em, tail, [...parameters, page.limit + 1]);
      const items = found.slice(0, page.limit);
      const last = items.at(-1);
      const next = found.length > page.limit && last ? { position: last.position, id: last.id } : null;
      return { items: await this.rows.of(em, items, () => today), next };
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
    const [row] = isId(id) ? await this.database.select<SeenCheck>(SEEN_CHECK, [person.personId, id]) : [];
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
    const people = await this.people.refs(em, [item.doneBy]);
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
      predecessors: await neighbours(em, 'workItemId', 'predecessorId', item.id),
      successors: await neighbours(em, 'predecessorId', 'workItemId', item.id),
      missing: missingFor({ deliverables, checks }, project.strictChecks),
      deliverableList: await this.deliverables.ofItem(em, scope, deliverables),
      checkList: await this.checkViews(em, checks),
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

  private async checkViews(em: EntityManager, checks: ItemScope['checks']): Promise<CheckView[]> {
    const people: Map<string, PersonRef> = await this.people.refs(
      em,
      checks.map(({ decidedBy }) => decidedBy),
    );
    return checks.map(
      ({ id, workItemId, code, text, stage, state, reason, decidedBy, decidedAt, source, version }) => ({
        id,
        workItemId,
        code,
        text,
        stage,
        state,
        reason,
        decidedBy: (decidedBy && people.get(decidedBy)) || null,
        decidedAt,
        source,
        version,
      }),
    );
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
         c.decided_at AS "decidedAt", p.id AS "decidedById", p.name AS "decidedByName", m.role
    FROM checks c
    LEFT JOIN people p ON p.id = c.decided_by
    LEFT JOIN project_members m ON m.project_id = c.project_id AND m.person_id = ?
   WHERE c.id = ?`;

/** The conditions of one page of the checklist, as plain SQL. */
function conditions(
  projectId: string,
  { stage, team, status, assignee, dueFrom, dueTo, overdue, waiting, text }: WorkItemFilter,
  after: WorkItemCursor | null,
  today: string | null,
): { where: string; parameters: unknown[] } {
  const all: [sql: string, ...values: unknown[]][] = [['t.project_id = ?', projectId]];
  if (stage) all.push(['t.stage = ?', stage]);
  if (team) all.push(['t.team_id = ?', team]);
  if (status) all.push(['t.status = ?', status]);
  if (assignee) all.push(['t.assignee_id = ?', assignee]);
  if (dueFrom) all.push(['t.due_day >= ?', dueFrom]);
  if (dueTo) all.push(['t.due_day <= ?', dueTo]);
  if (text) {
    const like = likePattern(text);
    const fields = ['t.title', 't.title_en', 't.code'].map((field) => `LOWER(${field}) LIKE ? ESCAPE '\\'`);
    all.push([`(${fields.join(' OR ')})`, like, like, like]);
  }
  if (waiting) all.push(["t.status = 'waiting' AND t.waiting_kind = ?", waiting]);
  if (overdue) all.push(today === null ? ['FALSE'] : [OVERDUE, today, today]);
  if (after) all.push(['(t.position, t.id) > (?, ?)', after.position, after.id]);
  return { where: all.map(([sql]) => sql).join(' AND '), parameters: all.flatMap(([, ...values]) => values) };
}

const OVERDUE = `t.status IN ${sqlList(OPEN_ITEM_STATUSES)} AND (t.due_day < ? OR EXISTS (
  SELECT 1 FROM deliverables d
   WHERE d.work_item_id = t.id AND d.status IN ${sqlList(UNSUBMITTED_STATUSES)} AND d.due_day < ?))`;

async function neighbours(
  em: EntityManager,
  from: 'workItemId' | 'predecessorId',
  to: 'workItemId' | 'predecessorId',
  id: string,
): Promise<Neighbour[]> {
  const links = await em.findBy(Predecessor, { [from]: id });
  const rows = await em.find(WorkItem, {
    select: { id: true, title: true, titleEn: true, status: true, position: true },
    where: { id: In(links.map((link) => link[to])) },
    order: { position: 'ASC' },
  });
  const lags = new Map(links.map((link) => [link[to], link]));
  return rows.map(({ id: itemId, title, titleEn, status }) => {
    const { lagDays, lagUnit } = lags.get(itemId)!;
    return { id: itemId, title, titleEn, status, lagDays, lagUnit };
  });
}
