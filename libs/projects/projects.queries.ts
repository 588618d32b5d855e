import { Injectable } from '@nestjs/common';
import { type Actor, PeopleQueries, type SignedIn } from '@convener/access';
import { Clock, type Day, dayAt, groupBy, notFound } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import { type ShownTeam, Standings, Team, TeamsQueries } from '@convener/teams';
import { TemplatesLibrary } from '@convener/templates';
import type { EntityManager } from 'typeorm';
import { projectAbilities } from './abilities';
import { healthOf, staleSince } from './health';
import { ProgressQueries } from './progress.queries';
import { countingDay } from './progress';
import { HEALTHS, type Project, type ProjectStatus } from './project.entity';
import { WorkScope } from './scope';
import { likePattern } from './rows';
import type { NamedDay, ProjectSummary, ProjectView } from './views';

/** The manager's word, or that there is none, or none to be relied on. */
export const HEALTH_FILTERS = [...HEALTHS, 'stale', 'unsaid'] as const;
export type HealthFilter = (typeof HEALTH_FILTERS)[number];

export interface ProjectFilter {
  status?: ProjectStatus;
  health?: HealthFilter;
  /** Part of the name, client or venue. */
  text?: string;
}

/** Reads of projects. */
@Injectable()
export class ProjectsQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly standings: Standings,
    private readonly teams: TeamsQueries,
    private readonly progress: ProgressQueries,
    private readonly templates: TemplatesLibrary,
    private readonly people: PeopleQueries,
    private readonly clock: Clock,
  ) {}

  /** One's own projects, newest first; an admin sees all. `before` is the id of the last one of the page before. */
  page(
    person: SignedIn,
    filter: ProjectFilter,
    { before, limit }: { before: string | null; limit: number },
  ): Promise<{ items: ProjectSummary[]; next: string | null }> {
    return this.database.read(async (em) => {
      const all: [sql: string, ...values: unknown[]][] = [['TRUE']];
      if (person.workspaceRole !== 'admin') all.push([MINE, person.personId]);
      all.push(...conditions(filter, this.clock.now()));
      if (before) all.push(['p.id < ?', before]);
      const sql = `${LISTED} WHERE ${all.map(([text]) => text).join(' AND ')} ORDER BY p.id DESC LIMIT ?`;
      const stored = await plainRows<StoredProject>(em, sql, [...all.flatMap(([, ...values]) => values), limit + 1]);
      const found = stored.map(listedProject);
      const projects = found.slice(0, limit);
      const actors = await this.standings.ofMany(
        em,
        projects.map(({ id }) => id),
        person,
      );
      const beside = await this.besides(em, projects);
      const items: ProjectSummary[] = [];
      for (const project of projects)
        items.push(await this.summary(em, project, roleOf(actors.get(project.id)!), beside.get(project.id)!));
      return { items, next: found.length > limit ? (projects.at(-1)?.id ?? null) : null };
    });
  }

  one(person: SignedIn, id: string): Promise<ProjectView> {
    return this.database.read(async (em) => {
      const { project, actor } = await this.scope.project(em, id, person);
      const beside = (await this.besides(em, [project])).get(id)!;
      const { progress } = beside;
      const closedBy = project.closedBy && (await this.people.refs(em, [project.closedBy])).get(project.closedBy);
      const { teams, members } = await this.teams.staff(em, id);
      const { version, strictChecks, anchors, ownDays, options, leftOut, previousId, createdAt, closedAt } = project;
      const { statusReason, statusSince, resumeDay } = project;
      return {
        ...(await this.summary(em, project, roleOf(actor), beside)),
        ...{ version, strictChecks, anchors, ownDays, options, leftOut, previousId, createdAt, closedAt },
        ...{ statusReason, statusSince, resumeDay, closedBy: closedBy || null },
        teams,
        members,
        counts: {
          workItems: progress.workItems.total,
          deliverables: progress.deliverables.total,
          checks: progress.checks.total,
        },
        may: projectAbilities(actor, project),
      };
    });
  }

  /** A sub-team as its project shows it. */
  team(person: SignedIn, id: string): Promise<ShownTeam> {
    return this.database.read(async (em) => {
      const found = await em.findOneBy(Team, { id });
      if (!found) throw notFound();
      await this.scope.project(em, found.projectId, person);
      const { teams } = await this.teams.staff(em, found.projectId);
      return teams.find((team) => team.id === id)!;
    });
  }

  private async summary(
    em: EntityManager,
    project: ListedProject,
    myRole: ProjectSummary['myRole'],
    beside: Beside,
  ): Promise<ProjectSummary> {
    const { id, name, client, venue, zone, openingDay, closingDay, status, templateSlug, templateVersion } = project;
    const template = await this.templates.version(em, templateSlug, templateVersion);
    return {
      ...{ id, name, client, venue, zone, openingDay, closingDay, status },
      template: { slug: templateSlug, version: templateVersion, name: template.name, nameEn: template.nameEn },
      myRole,
      ...beside,
    };
  }

  /** What is read of all listed projects at once. */
  private async besides(em: EntityManager, projects: readonly ListedProject[]): Promise<Map<string, Beside>> {
    const now = this.clock.now();
    const ids = projects.map(({ id }) => id);
    const days = new Map(projects.map((project) => [project.id, countingDay(project, now)]));
    const progress = await this.progress.of(em, days);
    const milestones = groupBy(await plainRows<ListedMilestone>(em, MILESTONES, [ids]), ({ projectId }) => projectId);
    const people = await this.people.refs(
      em,
      projects.map(({ healthBy }) => healthBy),
    );
    return new Map(
      projects.map((project) => {
        const { id, zone, healthBy, anchors } = project;
        const by = healthBy === null ? null : (people.get(healthBy) ?? null);
        const nextDay = nextDayOf([...anchors, ...(milestones.get(id) ?? [])], dayAt(now, zone));
        return [id, { progress: progress.get(id)!, health: healthOf(project, by, now), nextDay }];
      }),
    );
  }
}

type Beside = Pick<ProjectSummary, 'progress' | 'health' | 'nextDay'>;
type ListedMilestone = NamedDay & { projectId: string };

const MILESTONES = `
  SELECT project_id AS "projectId", name, name_en AS "nameEn", day FROM milestones WHERE project_id IN ?*`;

type ListedProject = Pick<
  Project,
  | 'id'
  | 'name'
  | 'client'
  | 'venue'
  | 'zone'
  | 'openingDay'
  | 'closingDay'
  | 'status'
  | 'templateSlug'
  | 'templateVersion'
  | 'health'
  | 'healthNote'
  | 'healthAt'
  | 'healthBy'
  | 'anchors'
>;

type StoredProject = Omit<ListedProject, 'healthAt' | 'anchors'> & {
  healthAt: number | string | null;
  anchors: string;
};

function listedProject({ healthAt, anchors, ...project }: StoredProject): ListedProject {
  return {
    ...project,
    healthAt: healthAt === null ? null : Number(healthAt),
    anchors: JSON.parse(anchors) as ListedProject['anchors'],
  };
}

const LISTED = `
  SELECT p.id, p.name, p.client, p.venue, p.zone, p.opening_day AS "openingDay", p.closing_day AS "closingDay",
         p.status, p.template_slug AS "templateSlug", p.template_version AS "templateVersion",
         p.health, p.health_note AS "healthNote", p.health_at AS "healthAt", p.health_by AS "healthBy", p.anchors
    FROM projects p`;
const MINE = 'p.id IN (SELECT project_id FROM project_members WHERE person_id = ?)';

function conditions({ status, health, text }: ProjectFilter, now: number): [sql: string, ...values: unknown[]][] {
  const all: [sql: string, ...values: unknown[]][] = [];
  if (status) all.push(['p.status = ?', status]);
  if (health === 'unsaid') all.push(['p.health IS NULL']);
  else if (health === 'stale') all.push(['p.health_at <= ?', staleSince(now)]);
  else if (health) all.push(['p.health = ?', health]);
  if (text) {
    const like = likePattern(text);
    const fields = ['p.name', 'p.client', 'p.venue'].map((field) => `LOWER(${field}) LIKE ? ESCAPE '\\'`);
    all.push([`(${fields.join(' OR ')})`, like, like, like]);
  }
  return all;
}

/** What comes first from today on. */
function nextDayOf(days: readonly NamedDay[], today: Day): NamedDay | null {
  const next = days
    .filter(({ day }) => day >= today)
    .reduce<NamedDay | null>((first, one) => (first && first.day <= one.day ? first : one), null);
  return next && { name: next.name, nameEn: next.nameEn, day: next.day };
}

function roleOf({ project }: Actor): ProjectSummary['myRole'] {
  if (!project) return 'manager';
  if (project.role === 'member' && project.leads.length > 0) return 'lead';
  // Nobody asks: temporary staff are shown no project. Were it ever asked, they would be told the least.
  return project.role === 'temporary' ? 'viewer' : project.role;
}
