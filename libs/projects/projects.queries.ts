import { Injectable } from '@nestjs/common';
import type { Actor, SignedIn } from '@convener/access';
import { Clock, notFound } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import { type ShownTeam, Standings, Team, TeamsQueries } from '@convener/teams';
import { TemplatesLibrary } from '@convener/templates';
import type { EntityManager } from 'typeorm';
import { projectAbilities } from './abilities';
import { ProgressQueries } from './progress.queries';
import { countingDay, type Progress } from './progress';
import type { Project, ProjectStatus } from './project.entity';
import { WorkScope } from './scope';
import type { ProjectSummary, ProjectView } from './views';

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
    private readonly clock: Clock,
  ) {}

  /** One's own projects, newest first; an admin sees all. `before` is the id of the last one of the page before. */
  page(
    person: SignedIn,
    { status, before, limit }: { status?: ProjectStatus; before: string | null; limit: number },
  ): Promise<{ items: ProjectSummary[]; next: string | null }> {
    return this.database.read(async (em) => {
      const all: [sql: string, ...values: unknown[]][] = [['TRUE']];
      if (person.workspaceRole !== 'admin') all.push([MINE, person.personId]);
      if (status) all.push(['p.status = ?', status]);
      if (before) all.push(['p.id < ?', before]);
      const sql = `${LISTED} WHERE ${all.map(([text]) => text).join(' AND ')} ORDER BY p.id DESC LIMIT ?`;
      const found = await plainRows<ListedProject>(em, sql, [...all.flatMap(([, ...values]) => values), limit + 1]);
      const projects = found.slice(0, limit);
      const actors = await this.standings.ofMany(
        em,
        projects.map(({ id }) => id),
        person,
      );
      const progress = await this.progressOf(em, projects);
      const items: ProjectSummary[] = [];
      for (const project of projects) {
        const role = roleOf(actors.get(project.id)!);
        items.push(await this.summary(em, project, role, progress.get(project.id)!));
      }
      return { items, next: found.length > limit ? (projects.at(-1)?.id ?? null) : null };
    });
  }

  one(person: SignedIn, id: string): Promise<ProjectView> {
    return this.database.read(async (em) => {
      const { project, actor } = await this.scope.project(em, id, person);
      const progress = (await this.progressOf(em, [project])).get(id)!;
      const { teams, members } = await this.teams.staff(em, id);
      const { version, strictChecks, anchors, ownDays, options, leftOut, previousId, createdAt, closedAt } = project;
      const { statusReason, statusSince, resumeDay } = project;
      return {
        ...(await this.summary(em, project, roleOf(actor), progress)),
        ...{ version, strictChecks, anchors, ownDays, options, leftOut, previousId, createdAt, closedAt },
        ...{ statusReason, statusSince, resumeDay },
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
    progress: Progress,
  ): Promise<ProjectSummary> {
    const { id, name, client, venue, zone, openingDay, closingDay, status, templateSlug, templateVersion } = project;
    const template = await this.templates.version(em, templateSlug, templateVersion);
    return {
      ...{ id, name, client, venue, zone, openingDay, closingDay, status },
      template: { slug: templateSlug, version: templateVersion, name: template.name, nameEn: template.nameEn },
      myRole,
      progress,
    };
  }

  private progressOf(em: EntityManager, projects: readonly ListedProject[]): Promise<Map<string, Progress>> {
    const now = this.clock.now();
    return this.progress.of(em, new Map(projects.map((project) => [project.id, countingDay(project, now)])));
  }
}

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
>;

const LISTED = `
  SELECT p.id, p.name, p.client, p.venue, p.zone, p.opening_day AS "openingDay", p.closing_day AS "closingDay",
         p.status, p.template_slug AS "templateSlug", p.template_version AS "templateVersion"
    FROM projects p`;
const MINE = 'p.id IN (SELECT project_id FROM project_members WHERE person_id = ?)';

function roleOf({ project }: Actor): ProjectSummary['myRole'] {
  if (!project) return 'manager';
  return project.role === 'member' && project.leads.length > 0 ? 'lead' : project.role;
}
