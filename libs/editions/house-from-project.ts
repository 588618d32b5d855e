import { actorOf, allow, type SignedIn } from '@convener/access';
import { houseProblems, HouseTemplatesService } from '@convener/house-templates';
import { badRequest, type FieldProblem, groupBy } from '@convener/kernel';
import { Database, readAll } from '@convener/platform';
import { Check, Deliverable, type Project, WorkItem, WorkScope } from '@convener/projects';
import { TeamsQueries } from '@convener/teams';
import { type Template, TemplatesLibrary } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { projectAsTemplate, type ProjectRowsNow } from './project-as-template';

/** Makes a template of the house from a project. */
@Injectable()
export class HouseFromProject {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly teams: TeamsQueries,
    private readonly library: TemplatesLibrary,
    private readonly house: HouseTemplatesService,
  ) {}

  /** A draft from a project that the person manages. Throws 400 where the project's work makes no template. */
  copy(person: SignedIn, projectId: string, names: { name: string; nameEn?: string }): Promise<{ id: string }> {
    allow(actorOf(person), 'templates.edit');
    return this.database.write(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person);
      allow(actor, 'project.edit');
      const now = await this.rowsOf(em, project);
      const sources = await this.sourcesOf(em, project, now.items);
      const basedOn = { from: 'project' as const, projectId, name: project.name };
      return this.house.addFrom(em, person, basedOn, names, (slug) => {
        const made = projectAsTemplate(sources, now, slug);
        const problems = houseProblems({ ...made.template, ...names, nameEn: names.nameEn ?? names.name });
        if (problems.length > 0) throw noTemplate(problems);
        return made;
      });
    });
  }

  private async rowsOf(em: EntityManager, project: Project): Promise<ProjectRowsNow> {
    const of = 'WHERE t.project_id = ? ORDER BY t.position, t.id';
    return {
      project,
      items: await readAll(em, WorkItem, of, [project.id]),
      deliverables: groupBy(await readAll(em, Deliverable, of, [project.id]), ({ workItemId }) => workItemId),
      checks: groupBy(await readAll(em, Check, of, [project.id]), ({ workItemId }) => workItemId),
      teams: await this.teams.teams(em, project.id),
    };
  }

  /** The template that the project is frozen on, and those of the workflows that it added. */
  private async sourcesOf(em: EntityManager, project: Project, items: readonly WorkItem[]): Promise<Template[]> {
    const all = [project, ...items].flatMap(({ templateSlug: slug, templateVersion: version }) =>
      slug === null || version === null ? [] : [{ slug, version, key: `${slug} ${version}` }],
    );
    const distinct = all.filter(({ key }, index) => all.findIndex((other) => other.key === key) === index);
    const templates: Template[] = [];
    for (const { slug, version } of distinct) templates.push(await this.library.version(em, slug, version));
    return templates;
  }
}

function noTemplate(fields: readonly FieldProblem[]) {
  return badRequest(
    'no-template',
    { zh: '這個專案的工作還不能做成範本。', en: 'The work of this project makes no template yet.' },
    fields.map(({ zh, en }) => ({ pointer: '/from/project', zh, en })),
  );
}
