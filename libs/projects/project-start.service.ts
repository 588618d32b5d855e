import { Injectable } from '@nestjs/common';
import { actorOf, allow, Person, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { badRequest, Clock, dayAt, type FieldProblem, newId } from '@convener/kernel';
import { Database, insertAll } from '@convener/platform';
import { TeamsService } from '@convener/teams';
import {
  answerProblems,
  type Counts,
  planProject,
  type ProjectPlan,
  type PublishedTemplate,
  type StartAnswers,
  TemplatesLibrary,
} from '@convener/templates';
import { type EntityManager, In } from 'typeorm';
import { Check } from './check.entity';
import { Deliverable } from './deliverable.entity';
import { Predecessor } from './predecessor.entity';
import { ProjectReminders } from './project-reminders';
import { type ProjectRows, rowsOf } from './project-rows';
import { Project } from './project.entity';
import { DEFAULT_LATE_START, DEFAULT_ZONE, type StartProject } from './start.types';
import { WorkItem } from './work-item.entity';

/** Shows what a project would become, and starts it. Both use the same plan. */
@Injectable()
export class ProjectStartService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly templates: TemplatesLibrary,
    private readonly teams: TeamsService,
    private readonly reminders: ProjectReminders,
    private readonly activity: ActivityLog,
  ) {}

  /** Throws 400 naming every wrong answer at its field. Writes nothing. */
  preview(person: SignedIn, input: StartProject): ProjectPlan & { lateStart: string } {
    allow(actorOf(person), 'projects.start');
    const { plan, answers } = this.plan(input);
    return { ...plan, lateStart: answers.lateStart };
  }

  async start(person: SignedIn, input: StartProject): Promise<{ id: string; counts: Counts }> {
    allow(actorOf(person), 'projects.start');
    const { published, plan } = this.plan(input);
    return this.database.write(async (em) => {
      await requirePeople(em, input);
      const project = await this.insertProject(em, person, input, published, plan);
      const teams = await this.teams.addTeams(em, project.id, plan.teams);
      await this.teams.addMembers(em, project.id, [person.personId], 'manager');
      const teamIds = new Map(teams.map(({ key, id }) => [key, id]));
      await this.teams.staff(em, project.id, staffing(input, teamIds));
      await insertRows(
        em,
        rowsOf(plan.items, {
          projectId: project.id,
          templateSlug: project.templateSlug,
          templateVersion: project.templateVersion,
          teams: teamIds,
          present: new Map(),
          ...factsOf(published),
          firstPosition: 0,
          by: person.personId,
          now: project.createdAt,
        }),
      );
      await this.reminders.replan(em, project);
      await this.activity.record(em, {
        projectId: project.id,
        actorId: person.personId,
        action: 'project.started',
        subject: { type: 'project', id: project.id, title: project.name },
        after: { template: project.templateSlug, version: project.templateVersion, ...plan.counts },
      });
      return { id: project.id, counts: plan.counts };
    });
  }

  private plan(input: StartProject): { published: PublishedTemplate; answers: StartAnswers; plan: ProjectPlan } {
    const published = this.templates.find(input.template);
    if (!published)
      throw wrongAnswers([{ pointer: '/template', zh: '沒有這個範本。', en: 'There is no such template.' }]);
    const answers: StartAnswers = {
      opening: input.opening,
      closing: input.closing,
      anchors: input.anchors ?? {},
      options: input.options ?? {},
      lateStart: input.lateStart ?? DEFAULT_LATE_START,
    };
    const { calendar } = this.templates;
    const problems = [...answerProblems(published.template, answers, calendar), ...teamProblems(input, published)];
    if (problems.length > 0) throw wrongAnswers(problems);
    const today = dayAt(this.clock.now(), input.zone ?? DEFAULT_ZONE);
    return { published, answers, plan: planProject(published.template, answers, calendar, today) };
  }

  private async insertProject(
    em: EntityManager,
    person: SignedIn,
    input: StartProject,
    { version, template }: PublishedTemplate,
    plan: ProjectPlan,
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
      lateStart: plan.late.length > 0 ? (input.lateStart ?? DEFAULT_LATE_START) : null,
      leftOut: [...plan.leftOut],
      strictChecks: input.strictChecks ?? false,
      status: 'running',
      createdBy: person.personId,
      createdAt: this.clock.now(),
      closedAt: null,
      version: 1,
    });
    await insertAll(em, Project, [project]);
    return project;
  }
}

/** One multi-row statement a table: row by row a start would take ten times as long. */
export async function insertRows(em: EntityManager, rows: ProjectRows): Promise<void> {
  await insertAll(em, WorkItem, rows.items);
  await insertAll(em, Predecessor, rows.predecessors);
  await insertAll(em, Deliverable, rows.deliverables);
  await insertAll(em, Check, rows.checks);
}

/** What rows must know of the template beside the plan. */
export function factsOf({ template }: PublishedTemplate) {
  return {
    titles: new Map(
      template.items.flatMap((item) => item.deliverables.map(({ place, title }) => [place, title] as const)),
    ),
    editions: new Map(template.standards.map(({ slug, edition }) => [slug, edition])),
  };
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

export function wrongAnswers(fields: FieldProblem[]) {
  return badRequest('validation', { zh: '有欄位需要修正。', en: 'Some fields need correcting.' }, fields);
}

/** Throws 400 at everybody in these sub-teams whom nobody knows, or whose account is inactive. */
export async function requirePeople(em: EntityManager, { teams = [] }: Pick<StartProject, 'teams'>): Promise<void> {
  const named = teams.flatMap(({ leads = [], members = [] }, index) => [
    ...leads.map((id, place) => ({ id, pointer: `/teams/${index}/leads/${place}` })),
    ...members.map((id, place) => ({ id, pointer: `/teams/${index}/members/${place}` })),
  ]);
  const known = await em.find(Person, {
    select: { id: true },
    where: { id: In([...new Set(named.map(({ id }) => id))]), active: true },
  });
  const ids = new Set(known.map(({ id }) => id));
  const unknown = named.filter(({ id }) => !ids.has(id));
  if (unknown.length === 0) return;
  const text = { zh: '沒有這個人，或帳號已停用。', en: 'There is no such person, or the account is inactive.' };
  throw wrongAnswers(unknown.map(({ pointer }) => ({ pointer, ...text })));
}
