import { Injectable } from '@nestjs/common';
import { type Actor, allow, type SignedIn } from '@convener/access';
import { ActivityLog, type Change, difference } from '@convener/activity';
import { Clock, conflict, dayAt, newId, requireVersion } from '@convener/kernel';
import { Database, readAll, updateEach } from '@convener/platform';
import {
  changeRow,
  changeRows,
  Check,
  Deliverable,
  factsOf,
  insertRows,
  lockClause,
  type Placed,
  positionsFor,
  Project,
  rowsOf,
  Settling,
  statusChanged,
  WorkItem,
  WorkScope,
  wrongAnswers,
} from '@convener/projects';
import { OfficeCalendars } from '@convener/schedule';
import { requireRunning, Team, TeamsService } from '@convener/teams';
import {
  type PlannedItem,
  planProject,
  type PublishedTemplate,
  type Template,
  TemplatesLibrary,
} from '@convener/templates';
import type { EntityManager } from 'typeorm';
import { answered, isFinished, offeredChanges, type OfferedChange, type RowsByPlace } from './template-offer';
import { type RowChange, takenChanges } from './template-take';

export type { OfferedChange } from './template-offer';

export interface TemplateUpdate {
  slug: string;
  name: string;
  nameEn: string;
  /** The version that the project is frozen on. */
  from: number;
  /** The newest one on offer; null where the template is no longer offered. */
  to: number | null;
  changes: OfferedChange[];
}

/** Offers the newest version of its template to a running project, and takes over what the manager chooses. */
@Injectable()
export class TemplateUpdateService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly templates: TemplatesLibrary,
    private readonly calendars: OfficeCalendars,
    private readonly teams: TeamsService,
    private readonly settling: Settling,
    private readonly activity: ActivityLog,
  ) {}

  preview(person: SignedIn, projectId: string): Promise<TemplateUpdate> {
    return this.database.read(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person);
      allow(actor, 'project.edit');
      return (await this.offer(em, project, '')).update;
    });
  }

  /**
   * Takes the changes with these ids and freezes the project on `version`. Throws 409 where a newer one has been published
   * since, 400 at each id that is not on offer.
   */
  take(
    person: SignedIn,
    projectId: string,
    { version, take }: { version: number; take: readonly string[] },
    seen: number | null,
  ): Promise<void> {
    return this.database.write(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person, 'change');
      allow(actor, 'project.edit');
      requireRunning(project);
      requireVersion(project, seen);
      const { update, newest, rows, present } = await this.offer(em, project, lockClause(em, 'write'));
      if (!newest || update.to !== version || version <= project.templateVersion) throw notOnOffer(update.to);
      const chosen = chosenOf(update.changes, take);
      const before = project.templateVersion;
      const plan = await this.plan(em, project, newest.template);
      const known = new Set(project.anchors.map(({ key }) => key));
      const anchors = [...project.anchors, ...plan.anchors.filter(({ key }) => !known.has(key))];
      await changeRow(em, Project, project, { templateVersion: version, anchors });
      const batchId = newId();
      const taking = {
        project,
        actor,
        newest,
        rows,
        present,
        chosen,
        plan: plan.items,
        batchId,
        now: this.clock.now(),
      };
      const touched = await this.apply(em, taking);
      await this.settling.followAll(em, { project, actor }, touched);
      await this.activity.record(em, {
        ...{ projectId, actorId: actor.personId, action: 'project.template-updated', batchId },
        subject: { type: 'project', id: projectId, title: project.name },
        before: { templateVersion: before },
        after: { templateVersion: version, taken: chosen.length, offered: update.changes.length },
      });
    });
  }

  private async offer(em: EntityManager, project: Project, lock: string) {
    const { id, templateSlug: slug, templateVersion: from } = project;
    const frozen = await this.templates.version(em, slug, from);
    const newest = await this.templates.find(em, slug);
    const present = await readAll(em, WorkItem, `WHERE t.project_id = ? ORDER BY t.id${lock}`, [id]);
    const rows = await this.rowsByPlace(em, id, present);
    const isNewer = newest !== null && newest.version > from;
    const changes = isNewer ? offeredChanges(frozen, newest.template, project.options, rows) : [];
    const { name, nameEn } = newest?.template ?? frozen;
    return { update: { slug, name, nameEn, from, to: newest?.version ?? null, changes }, newest, rows, present };
  }

  private async rowsByPlace(em: EntityManager, projectId: string, items: readonly WorkItem[]): Promise<RowsByPlace> {
    const of = 'WHERE t.project_id = ?';
    const deliverables = await readAll(em, Deliverable, of, [projectId]);
    const checks = await readAll(em, Check, of, [projectId]);
    const begun = new Set([
      ...items.filter(({ status }) => status !== 'to-do').map(({ id }) => id),
      ...deliverables.filter(({ status }) => status !== 'open').map(({ workItemId }) => workItemId),
      ...checks.filter(({ state }) => state !== 'open').map(({ workItemId }) => workItemId),
    ]);
    return { items: byPlace(items), deliverables: byPlace(deliverables), checks: byPlace(checks), begun };
  }

  /** Where the new version puts its rows in this project's days. */
  private async plan(em: EntityManager, project: Project, template: Template) {
    const keys = new Set(template.anchors.map(({ key }) => key));
    const given = project.anchors.filter(({ key }) => keys.has(key) && key !== 'opening' && key !== 'closing');
    const answers = {
      opening: project.openingDay,
      closing: project.closingDay,
      anchors: Object.fromEntries(given.map(({ key, day }) => [key, day])),
      options: project.options,
      lateStart: 'squeeze' as const,
    };
    const calendar = await this.calendars.current(em, project.ownDays);
    return planProject(template, answers, calendar, dayAt(this.clock.now(), project.zone));
  }

  /** Writes what was chosen and answers the work items whose parts have changed. */
  private async apply(em: EntityManager, taking: Taking): Promise<Set<string>> {
    const { project, newest, rows, chosen } = taking;
    const after = answered(newest.template, project.options);
    const chosenTeams = new Set(
      after.items.filter(({ place }) => concerned(chosen).has(place)).map(({ team }) => team),
    );
    const teams = await this.teamIds(em, project, newest, chosenTeams);
    const reason = `範本第 ${newest.version} 版不再包含 / Version ${newest.version} of the template leaves it out`;
    const taken = takenChanges(after, chosen, rows, teams, reason);
    const holders = holdersOf(taken.deliverables, taken.checks);
    const { now, actor } = taking;
    const settled = { statusSince: now, settledBy: actor.personId, settledAt: now };
    const decided = { decidedBy: actor.personId, decidedAt: now };
    await this.save(em, taking, WorkItem, 'work-item', taken.items, statusChanged(now));
    await this.save(em, taking, Deliverable, 'deliverable', taken.deliverables, settled);
    await this.save(em, taking, Check, 'check', taken.checks, decided);
    await this.insertItems(em, taking, taken.newItems, teams);
    await this.insertParts(em, taking, taken.newParts, teams);
    for (const place of taken.newParts.keys()) holders.add(rows.items.get(place)!.id);
    return holders;
  }

  private async save<R extends WorkItem | Deliverable | Check>(
    em: EntityManager,
    { project, actor, batchId }: Taking,
    entity: new () => R,
    type: 'work-item' | 'deliverable' | 'check',
    changes: readonly RowChange<R>[],
    setAside: Partial<R>,
  ): Promise<void> {
    const changed = changes.flatMap(({ row, changes: all }) => {
      const differs = difference(row, all);
      const stamp = 'status' in all || 'state' in all ? setAside : {};
      return differs ? [{ row, changes: { ...(differs.after as Partial<R>), ...stamp }, ...differs }] : [];
    });
    const entries = changed.map(({ row, before, after }): Change => ({
      ...{ projectId: project.id, actorId: actor.personId, action: `${type}.edited`, batchId, before, after },
      subject: { type, id: row.id, title: 'text' in row ? row.text : row.title },
    }));
    await changeRows(em, entity, changed);
    await this.activity.record(em, ...entries);
  }

  private async insertItems(
    em: EntityManager,
    taking: Taking,
    places: readonly string[],
    teams: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { newest, present, plan } = taking;
    const wanted = new Set(places);
    const items = plan.filter(({ place }) => wanted.has(place));
    if (items.length === 0) return;
    const order = newest.template.items.map(({ place }) => place);
    const { added, moved } = positionsFor([...present].sort(inOrder), order, places);
    await updateEach(em, WorkItem, ['position'], moved);
    const rows = rowsOf(items, context(taking, teams, present));
    rows.items = rows.items.map((row) => ({ ...row, position: added.get(row.place!) ?? row.position }));
    await insertRows(em, rows);
  }

  /** Parts go behind those that their work item has. */
  private async insertParts(
    em: EntityManager,
    taking: Taking,
    parts: ReadonlyMap<string, ReadonlySet<string>>,
    teams: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { rows, plan } = taking;
    const items = plan.flatMap((item): PlannedItem[] => {
      const wanted = parts.get(item.place);
      if (!wanted || isFinished(rows.items.get(item.place)!)) return [];
      const among = <P extends { place: string }>(list: readonly P[]) => list.filter(({ place }) => wanted.has(place));
      return [{ ...item, settled: false, deliverables: among(item.deliverables), checks: among(item.checks) }];
    });
    const made = rowsOf(items, context(taking, teams, []));
    const holder = new Map(made.items.map(({ id, place }) => [id, rows.items.get(place!)!.id]));
    const behind = <P extends { workItemId: string; position: number }>(row: P): P => ({
      ...row,
      workItemId: holder.get(row.workItemId)!,
      position: row.position + MANY_PARTS,
    });
    const deliverables = made.deliverables.map(behind);
    await insertRows(em, { items: [], predecessors: [], deliverables, checks: made.checks.map(behind) });
  }

  private async teamIds(
    em: EntityManager,
    project: Project,
    { template }: PublishedTemplate,
    needed: ReadonlySet<string>,
  ): Promise<Map<string, string>> {
    const own = await em.findBy(Team, { projectId: project.id });
    const missing = template.teams.filter(({ key }) => needed.has(key) && !own.some((team) => team.key === key));
    const added = await this.teams.addTeams(em, project.id, missing);
    return new Map([...own, ...added].map(({ key, id }) => [key, id]));
  }
}

interface Taking {
  project: Project;
  actor: Actor;
  newest: PublishedTemplate;
  rows: RowsByPlace;
  present: readonly WorkItem[];
  chosen: readonly OfferedChange[];
  plan: readonly PlannedItem[];
  batchId: string;
  now: number;
}

/** More parts than a work item has: those of a newer version come behind. */
const MANY_PARTS = 1000;

function byPlace<R extends { place: string | null }>(rows: readonly R[]): Map<string, R> {
  return new Map(rows.flatMap((row) => (row.place === null ? [] : [[row.place, row] as const])));
}

const inOrder = (a: Placed, b: Placed) => a.position - b.position || (a.id < b.id ? -1 : 1);

/** The work items that the changes are about or stand in. */
function concerned(chosen: readonly OfferedChange[]): Set<string> {
  return new Set(chosen.filter(({ what }) => what === 'added' || what === 'moved').map((row) => row.item ?? row.place));
}

function holdersOf(...lists: readonly (readonly RowChange<Deliverable | Check>[])[]): Set<string> {
  return new Set(lists.flat().map(({ row }) => row.workItemId));
}

function context(
  { project, newest, actor, now }: Taking,
  teams: ReadonlyMap<string, string>,
  present: readonly WorkItem[],
) {
  return {
    projectId: project.id,
    templateSlug: newest.template.slug,
    templateVersion: newest.version,
    teams,
    present: new Map(present.flatMap(({ id, place }) => (place === null ? [] : [[place, id] as const]))),
    ...factsOf(newest),
    firstPosition: 0,
    by: actor.personId,
    now,
  };
}

function chosenOf(offered: readonly OfferedChange[], take: readonly string[]): OfferedChange[] {
  const known = new Map(offered.map((change) => [change.id, change]));
  const wrong = take.flatMap((id, index) =>
    known.get(id)?.takes
      ? []
      : [{ pointer: `/take/${index}`, zh: '這項變更現在不能採用。', en: 'This change is not on offer.' }],
  );
  if (wrong.length > 0) throw wrongAnswers(wrong);
  return offered.filter(({ id }) => take.includes(id));
}

function notOnOffer(newest: number | null) {
  return conflict(
    'version-not-on-offer',
    {
      zh: '範本的最新版本不是這一版，請重新整理後再選。',
      en: 'This is not the newest version of the template. Reload, then choose again.',
    },
    { newest },
  );
}
