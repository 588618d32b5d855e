import { actorOf, allow, type PersonRef, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { addDays, daysBetween, groupBy } from '@convener/kernel';
import { LessonsQueries } from '@convener/lessons';
import { Database, insertAll, readAll } from '@convener/platform';
import { type PreviewedPlan, ProjectStartService } from '@convener/project-start';
import {
  Check,
  Deliverable,
  type Project,
  ProjectReminders,
  WorkItem,
  WorkScope,
  wrongAnswers,
} from '@convener/projects';
import { OfficeCalendars, plannableProblems } from '@convener/schedule';
import { ProjectMember, Team, TeamsService } from '@convener/teams';
import { type PublishedTemplate, TemplatesLibrary } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Member, peopleBefore, type TeamBefore } from './edition-people';
import { carriedRows, type OwnWork } from './edition-rows';
import { carriedAnchor, carriedDay, type EventDays, isKept, nextDays, nextName } from './next-edition';
import type { Carried, NextEditionPreview, StartedEdition, StartFrom } from './next-edition.types';

/** Starts next year's event from last year's project. Only for whoever manages that one. */
@Injectable()
export class NextEditionService {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly starts: ProjectStartService,
    private readonly templates: TemplatesLibrary,
    private readonly calendars: OfficeCalendars,
    private readonly teams: TeamsService,
    private readonly reminders: ProjectReminders,
    private readonly activity: ActivityLog,
    private readonly lessons: LessonsQueries,
  ) {}

  /** What the next edition could be started with; a year on where no days are given. Writes nothing. */
  suggest(person: SignedIn, projectId: string, given: Partial<EventDays>): Promise<NextEditionPreview> {
    return this.database.read(async (em) => {
      const project = await this.before(em, person, projectId);
      const was = daysOf(project);
      const { opening, closing } = chosenDays(was, given);
      const { template, offered } = await this.templateOf(em, project);
      const { members, teams } = await peopleBefore(em, projectId);
      const calendar = await this.calendars.current(em);
      const people = members.filter(({ active }) => active);
      const { own, earlier } = await this.lessons.ofProject(person, projectId);
      const { client, venue, zone, strictChecks } = project;
      return {
        template: { ...namesOf(template), offered },
        name: nextName(project.name, was.opening, opening),
        ...{ client, venue, zone, strictChecks, opening, closing },
        anchors: anchorsOf(project, template, { opening, closing }),
        options: optionsOf(project, template),
        teams: teams.map((team) => withPeople(team, people)),
        people: people.map(({ id, name, role }) => ({ id, name, role })),
        skipped: members.filter(({ active }) => !active).map(refOf),
        ownItems: (await this.ownItems(em, projectId)).map((item) => ({
          ...{ id: item.id, title: item.title, titleEn: item.titleEn, stage: item.stage },
          startDay: item.startDay && carriedDay(item.startDay, was, { opening, closing }, calendar),
          dueDay: item.dueDay && carriedDay(item.dueDay, was, { opening, closing }, calendar),
        })),
        lessons: [...own.filter(({ audience }) => audience !== 'project'), ...earlier],
      };
    });
  }

  /** The plan of a start that follows another project. */
  preview(person: SignedIn, { from, ...input }: StartFrom): Promise<PreviewedPlan> {
    return this.starts.preview(person, input, (em) => this.before(em, person, from));
  }

  start(person: SignedIn, { from, keepPeople, keepOwnItems, ...input }: StartFrom): Promise<StartedEdition> {
    allow(actorOf(person), 'projects.start');
    return this.database.write(async (em) => {
      const before = await this.before(em, person, from);
      const { members, teams } = await peopleBefore(em, from);
      const own = await this.ownItems(em, from);
      requireKnown('/keepPeople', keepPeople, members);
      requireKnown('/keepOwnItems', keepOwnItems, own);
      const items = own.filter(({ id }) => isKept(id, keepOwnItems));
      const wanted = members.filter((member) => isWanted(member, keepPeople));
      const kept = wanted.filter(({ active }) => active);
      const { project, counts, teams: planned, skipped } = await this.starts.startIn(em, person, input, before);
      const teamIds = await this.keepTeams(em, project, before, {
        planned,
        teams,
        items,
        keepsPeople: kept.length > 0,
      });
      await this.keepPeople(em, project.id, kept, teams, teamIds);
      await this.keepItems(em, { before, project, items, teamIds });
      const carried: Carried = {
        people: kept.length,
        workItems: items.length,
        skipped: wanted.filter(({ active }) => !active).map(refOf),
      };
      await this.record(em, person, project, before, carried);
      return { id: project.id, counts, skippedReminders: skipped, carried };
    });
  }

  private async before(em: EntityManager, person: SignedIn, id: string): Promise<Project> {
    const { project, actor } = await this.scope.project(em, id, person);
    allow(actor, 'project.edit');
    return project;
  }

  /** The newest version of its template; the one that it is frozen on where that is no longer offered. */
  private async templateOf(
    em: EntityManager,
    project: Project,
  ): Promise<{ template: PublishedTemplate; offered: boolean }> {
    const { templateSlug: slug, templateVersion: version } = project;
    const newest = await this.templates.find(em, slug);
    if (newest) return { template: newest, offered: true };
    return { template: { version, template: await this.templates.version(em, slug, version) }, offered: false };
  }

  /** Work that the project added itself and that turned out to be needed. */
  private ownItems(em: EntityManager, projectId: string): Promise<WorkItem[]> {
    return readAll(em, WorkItem, OWN_ITEMS, [projectId]);
  }

  /** New sub-team by the old one's key: those of the template that have work, and own ones that people or work need. */
  private async keepTeams(
    em: EntityManager,
    project: Project,
    before: Project,
    { planned, teams, items, keepsPeople }: KeptTeams,
  ): Promise<Map<string, string>> {
    const { template } = await this.templateOf(em, before);
    const inTemplate = new Set(template.template.teams.map(({ key }) => key));
    const old = new Map((await em.findBy(Team, { projectId: before.id })).map(({ id, key }) => [id, key]));
    const used = new Set(items.flatMap(({ teamId }) => (teamId && old.get(teamId)) || []));
    const missing = teams.filter(
      ({ key }) => !planned.has(key) && (used.has(key) || (keepsPeople && !inTemplate.has(key))),
    );
    const added = await this.teams.addTeams(em, project.id, missing);
    return new Map([...planned, ...added.map(({ key, id }) => [key, id] as const)]);
  }

  private async keepPeople(
    em: EntityManager,
    projectId: string,
    kept: readonly Member[],
    teams: readonly TeamBefore[],
    teamIds: ReadonlyMap<string, string>,
  ): Promise<void> {
    if (kept.length === 0) return;
    const there = new Set((await em.findBy(ProjectMember, { projectId })).map(({ personId }) => personId));
    const fresh = kept.filter(({ id }) => !there.has(id));
    for (const role of ['manager', 'member', 'viewer'] as const) {
      const ids = fresh.filter((member) => member.role === role).map(({ id }) => id);
      await this.teams.addMembers(em, projectId, ids, role);
    }
    const ids = new Set(kept.map(({ id }) => id));
    const among = (list: readonly string[]) => list.filter((id) => ids.has(id));
    const staffing = new Map(
      teams.flatMap(({ key, leads, members }) => {
        const id = teamIds.get(key);
        return id ? [[id, { leads: among(leads), members: among(members) }] as const] : [];
      }),
    );
    await this.teams.staff(em, projectId, staffing);
  }

  private async keepItems(em: EntityManager, { before, project, items, teamIds }: KeptItems): Promise<void> {
    if (items.length === 0) return;
    const calendar = await this.calendars.current(em, project.ownDays);
    const members = new Set(
      (await em.findBy(ProjectMember, { projectId: project.id })).map(({ personId }) => personId),
    );
    const keys = new Map((await em.findBy(Team, { projectId: before.id })).map(({ id, key }) => [id, key]));
    const rows = carriedRows(await this.ownWork(em, before.id, items), {
      projectId: project.id,
      now: project.createdAt,
      lastPosition: (await em.maximum(WorkItem, 'position', { projectId: project.id })) ?? null,
      teamOf: (id) => (id && teamIds.get(keys.get(id) ?? '')) || null,
      assigneeOf: (id) => (id && members.has(id) ? id : null),
      move: (day) => day && carriedDay(day, daysOf(before), daysOf(project), calendar),
    });
    await insertAll(em, WorkItem, rows.items);
    await insertAll(em, Deliverable, rows.deliverables);
    await insertAll(em, Check, rows.checks);
    await this.reminders.replan(
      em,
      project,
      rows.items.map(({ id }) => id!),
    );
  }

  private async ownWork(em: EntityManager, projectId: string, items: readonly WorkItem[]): Promise<OwnWork> {
    const of = 'WHERE t.project_id = ? AND t.work_item_id IN ?* ORDER BY t.position, t.id';
    const parameters = [projectId, items.map(({ id }) => id)];
    return {
      items,
      deliverables: groupBy(await readAll(em, Deliverable, of, parameters), ({ workItemId }) => workItemId),
      checks: groupBy(await readAll(em, Check, of, parameters), ({ workItemId }) => workItemId),
    };
  }

  private record(
    em: EntityManager,
    person: SignedIn,
    project: Project,
    before: Project,
    { people, workItems, skipped }: Carried,
  ): Promise<void> {
    return this.activity.record(em, {
      projectId: project.id,
      actorId: person.personId,
      action: 'project.edition-followed',
      subject: { type: 'project', id: project.id, title: project.name },
      after: { previousId: before.id, people, workItems, skipped: skipped.length },
    });
  }
}

interface KeptTeams {
  planned: ReadonlyMap<string, string>;
  teams: readonly TeamBefore[];
  items: readonly WorkItem[];
  keepsPeople: boolean;
}

interface KeptItems {
  before: Project;
  project: Project;
  items: readonly WorkItem[];
  teamIds: ReadonlyMap<string, string>;
}

const OWN_ITEMS = `WHERE t.project_id = ? AND t.source = 'own' AND t.template_slug IS NULL
  AND t.status <> 'not-applicable' ORDER BY t.position, t.id`;

const daysOf = ({ openingDay, closingDay }: Project): EventDays => ({ opening: openingDay, closing: closingDay });
const refOf = ({ id, name }: PersonRef): PersonRef => ({ id, name });

/** The length stays where only the opening is given. Throws 400 at a day that no plan can hold. */
function chosenDays(was: EventDays, given: Partial<EventDays>): EventDays {
  const wrong = (['opening', 'closing'] as const).flatMap((key) => plannableProblems(given[key] ?? null, `/${key}`));
  if (wrong.length > 0) throw wrongAnswers(wrong);
  const opening = given.opening ?? nextDays(was).opening;
  return { opening, closing: given.closing ?? addDays(opening, daysBetween(was.opening, was.closing)) };
}

/** Everybody but clients, who are asked to look on anew; those named by id all the same. */
function isWanted({ id, role }: Member, keep: StartFrom['keepPeople']): boolean {
  return isKept(id, keep) && (typeof keep === 'object' || role !== 'viewer');
}

function requireKnown(at: string, keep: StartFrom['keepPeople'], known: readonly { id: string }[]): void {
  if (typeof keep !== 'object') return;
  const ids = new Set(known.map(({ id }) => id));
  const fields = keep.flatMap((id, index) =>
    ids.has(id)
      ? []
      : [{ pointer: `${at}/${index}`, zh: '上一屆沒有這一筆。', en: 'The edition before has no such one.' }],
  );
  if (fields.length > 0) throw wrongAnswers(fields);
}

function namesOf({ version, template: { slug, name, nameEn } }: PublishedTemplate) {
  return { slug, version, name, nameEn };
}

function withPeople({ key, name, nameEn, leads, members }: TeamBefore, people: readonly Member[]) {
  const refs = (ids: readonly string[]) => people.filter(({ id }) => ids.includes(id)).map(refOf);
  return { key, name, nameEn, leads: refs(leads), members: refs(members) };
}

function anchorsOf(project: Project, { template }: PublishedTemplate, after: EventDays): Record<string, string> {
  const known = new Set(template.anchors.map(({ key }) => key).filter((key) => key !== 'opening' && key !== 'closing'));
  return Object.fromEntries(
    project.anchors
      .filter(({ key, given }) => given && known.has(key))
      .map(({ key, day }) => [key, carriedAnchor(day, daysOf(project), after)]),
  );
}

function optionsOf({ options }: Project, { template }: PublishedTemplate): Record<string, string | boolean> {
  return Object.fromEntries(
    Object.entries(options).filter(([key, answer]) =>
      template.options.some((option) => option.key === key && option.choices.some(({ value }) => value === answer)),
    ),
  );
}
