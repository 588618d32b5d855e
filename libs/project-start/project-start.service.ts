import { actorOf, allow, Person, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, type Day, dayAt, earlier, type FieldProblem, later, newId } from '@convener/kernel';
import { Database, insertAll } from '@convener/platform';
import {
  Check,
  DEFAULT_ZONE,
  Deliverable,
  Predecessor,
  Project,
  ProjectReminders,
  type ProjectRows,
  rowsOf,
  WorkItem,
  wrongAnswers,
} from '@convener/projects';
import { OfficeCalendars, type WorkingCalendar } from '@convener/schedule';
import { TeamsService } from '@convener/teams';
import {
  type AnchorNote,
  anchorNotes,
  answerProblems,
  type Counts,
  type LateWay,
  lateWays,
  planProject,
  type ProjectPlan,
  type PublishedTemplate,
  type StartAnswers,
  TemplatesLibrary,
} from '@convener/templates';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { type SkippedReminder, skippedReminders } from './skipped-reminders';
import { draftStarted } from './start-drafts.service';
import { type PreviewedList, previewedLists, StartLists } from './start-lists';
import { DEFAULT_LATE_START, type EditionBefore, type StartProject } from './start.types';
import { rowContext } from './template-ground';

export interface PreviewedPlan extends ProjectPlan {
  lateStart: string;
  /** What each way of treating the late work would lead to; empty where nothing is late. */
  lateWays: readonly LateWay[];
  anchorNotes: readonly AnchorNote[];
  /** Every named day off from today, or from the first work, to the last. */
  holidays: readonly { date: Day; name: string }[];
  skippedReminders: readonly SkippedReminder[];
  lists: readonly PreviewedList[];
}

export interface Started {
  id: string;
  counts: Counts;
  skippedReminders: readonly SkippedReminder[];
}

/** Shows what a project would become, and starts it. Both use the same plan. */
@Injectable()
export class ProjectStartService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly templates: TemplatesLibrary,
    private readonly calendars: OfficeCalendars,
    private readonly teams: TeamsService,
    private readonly reminders: ProjectReminders,
    private readonly lists: StartLists,
    private readonly activity: ActivityLog,
  ) {}

  /** Throws 400 naming every wrong answer at its field. Writes nothing. */
  async preview(
    person: SignedIn,
    input: StartProject,
    before: (em: EntityManager) => Promise<EditionBefore | null> = none,
  ): Promise<PreviewedPlan> {
    allow(actorOf(person), 'projects.start');
    const planned = await this.database.read(async (em) => this.plan(em, input, await before(em)));
    const { published, plan, answers, skipped, calendar, today } = planned;
    const days = [
      today,
      ...plan.anchors.map(({ day }) => day),
      ...plan.items.flatMap((item) => [item.startDay, item.dueDay]),
    ];
    return {
      ...plan,
      lateStart: answers.lateStart,
      lateWays: plan.late.length > 0 ? lateWays(published.template, answers, calendar, today) : [],
      anchorNotes: anchorNotes(plan.anchors, calendar, today),
      holidays: calendar.holidaysBetween(days.reduce(earlier), days.reduce(later)),
      skippedReminders: skipped,
      lists: previewedLists(published.template, plan),
    };
  }

  async start(person: SignedIn, input: StartProject): Promise<Started> {
    allow(actorOf(person), 'projects.start');
    return this.database.write(async (em) => {
      const { project, counts, skipped } = await this.startIn(em, person, input, null);
      await draftStarted(em, person.personId);
      return { id: project.id, counts, skippedReminders: skipped };
    });
  }

  /** The same in the caller's transaction, which has asked who may. `teams` are the new sub-teams' ids by key. */
  async startIn(
    em: EntityManager,
    person: SignedIn,
    input: StartProject,
    before: EditionBefore | null,
  ): Promise<{
    project: Project;
    counts: Counts;
    teams: ReadonlyMap<string, string>;
    skipped: SkippedReminder[];
  }> {
    const { published, plan, skipped } = await this.plan(em, input, before);
    await requirePeople(em, input);
    const project = await this.insertProject(em, person, input, published, plan, before);
    const added = await this.teams.addTeams(em, project.id, plan.teams);
    await this.teams.addMembers(em, project.id, [person.personId], 'manager');
    const teams = new Map(added.map(({ key, id }) => [key, id]));
    await this.teams.staff(em, project.id, staffing(input, teams));
    const made = { projectId: project.id, teams, by: person.personId, now: project.createdAt };
    const rows = rowsOf(plan.items, rowContext(published, made));
    await insertRows(em, rows);
    const { lists = [] } = published.template;
    await this.lists.make(em, { ...made, lists, deliverables: rows.deliverables });
    await this.reminders.replan(em, project);
    await this.activity.record(em, {
      projectId: project.id,
      actorId: person.personId,
      action: 'project.started',
      subject: { type: 'project', id: project.id, title: project.name },
      after: {
        template: project.templateSlug,
        version: project.templateVersion,
        ...plan.counts,
        ...(lists.length > 0 && { lists: lists.length }),
        ...(before && { previousId: before.id }),
      },
    });
    return { project, counts: plan.counts, teams, skipped };
  }

  private async plan(
    em: EntityManager,
    input: StartProject,
    before: EditionBefore | null,
  ): Promise<{
    published: PublishedTemplate;
    answers: StartAnswers;
    plan: ProjectPlan;
    skipped: SkippedReminder[];
    calendar: WorkingCalendar;
    today: Day;
  }> {
    const published = (await this.templates.find(em, input.template)) ?? (await this.frozen(em, input, before));
    if (!published)
      throw wrongAnswers([{ pointer: '/template', zh: '沒有這個範本。', en: 'There is no such template.' }]);
    const answers: StartAnswers = {
      opening: input.opening,
      closing: input.closing,
      anchors: input.anchors ?? {},
      options: input.options ?? {},
      lateStart: input.lateStart ?? DEFAULT_LATE_START,
    };
    const calendar = await this.calendars.current(em);
    const problems = [...answerProblems(published.template, answers, calendar), ...teamProblems(input, published)];
    if (problems.length > 0) throw wrongAnswers(problems);
    const now = this.clock.now();
    const zone = input.zone ?? DEFAULT_ZONE;
    const today = dayAt(now, zone);
    const plan = planProject(published.template, answers, calendar, today);
    const skipped = skippedReminders(plan, published.template.reminders, calendar, zone, now);
    return { published, answers, plan, skipped, calendar, today };
  }

  /** The version that the edition before was frozen on, where that template is no longer offered. */
  private async frozen(
    em: EntityManager,
    { template: slug }: StartProject,
    before: EditionBefore | null,
  ): Promise<PublishedTemplate | null> {
    if (before?.templateSlug !== slug) return null;
    const version = before.templateVersion;
    return { version, template: await this.templates.version(em, slug, version) };
  }

  private async insertProject(
    em: EntityManager,
    person: SignedIn,
    input: StartProject,
    { version, template }: PublishedTemplate,
    plan: ProjectPlan,
    before: EditionBefore | null,
  ) {
    const project = em.create(Project, {
      id: newId(),
      name: input.name,
      client: input.client ?? null,
      venue: input.venue ?? null,
      zone: input.zone ?? DEFAULT_ZONE,
      templateSlug: template.slug,
      templateVersion: version,
      openingDay: input.opening,
      closingDay: input.closing,
      anchors: [...plan.anchors],
      options: input.options ?? {},
      ownDays: [],
      lateStart: plan.late.length > 0 ? (input.lateStart ?? DEFAULT_LATE_START) : null,
      leftOut: [...plan.leftOut],
      strictChecks: input.strictChecks ?? false,
      status: 'running',
      previousId: before?.id ?? null,
      statusReason: null,
      statusSince: null,
      resumeDay: null,
      ...{ health: null, healthNote: null, healthAt: null, healthBy: null },
      createdBy: person.personId,
      createdAt: this.clock.now(),
      closedAt: null,
      closedBy: null,
      version: 1,
    });
    await insertAll(em, Project, [project]);
    return project;
  }
}

const none = () => Promise.resolve(null);

/** One multi-row statement a table: row by row a start would take ten times as long. */
export async function insertRows(em: EntityManager, rows: ProjectRows): Promise<void> {
  await insertAll(em, WorkItem, rows.items);
  await insertAll(em, Predecessor, rows.predecessors);
  await insertAll(em, Deliverable, rows.deliverables);
  await insertAll(em, Check, rows.checks);
}

export function staffing({ teams = [] }: Pick<StartProject, 'teams'>, ids: ReadonlyMap<string, string>) {
  // A sub-team whose whole work was left out does not exist, so nobody can be put into it.
  return new Map(
    teams.flatMap(({ team, leads = [], members = [] }) => {
      const id = ids.get(team);
      return id ? [[id, { leads, members }] as const] : [];
    }),
  );
}

/** Sub-teams that the template does not have, or that are named twice. */
export function teamProblems(
  { teams = [] }: Pick<StartProject, 'teams'>,
  { template }: PublishedTemplate,
): FieldProblem[] {
  return teams.flatMap(({ team }, index) => {
    const pointer = `/teams/${index}/team`;
    if (!template.teams.some(({ key }) => key === team))
      return [{ pointer, zh: `此範本沒有「${team}」這個工作小組。`, en: `This template has no sub-team "${team}".` }];
    if (teams.findIndex((other) => other.team === team) < index)
      return [{ pointer, zh: '同一個工作小組寫了兩次。', en: 'This sub-team is named twice.' }];
    return [];
  });
}

/** Throws 400 at everybody in these sub-teams whom nobody knows, or whose account is inactive. */
export async function requirePeople(em: EntityManager, { teams = [] }: Pick<StartProject, 'teams'>): Promise<void> {
  const named = teams.flatMap(({ leads = [], members = [] }, index) => [
    ...leads.map((id, place) => ({ id, pointer: `/teams/${index}/leads/${place}` })),
    ...members.map((id, place) => ({ id, pointer: `/teams/${index}/members/${place}` })),
  ]);
  const known = await em.find(Person, {
    select: { id: true },
    where: { id: In([...new Set(named.map(({ id }) => id))]), active: true, email: Not(IsNull()) },
  });
  const ids = new Set(known.map(({ id }) => id));
  const unknown = named.filter(({ id }) => !ids.has(id));
  if (unknown.length === 0) return;
  const text = { zh: '沒有這個人，或帳號已停用。', en: 'There is no such person, or the account is inactive.' };
  throw wrongAnswers(unknown.map(({ pointer }) => ({ pointer, ...text })));
}
