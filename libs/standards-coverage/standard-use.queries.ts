import type { SignedIn } from '@convener/access';
import { groupBy } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import type { DeliverableSource, DeliverableStatus, ProjectStatus, WorkItemStatus } from '@convener/projects';
import { type Standard, StandardsLibrary, tasksOf } from '@convener/standards';
import { type Placement, placementsOf, type PublishedTemplate, TemplatesLibrary } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** So many projects are shown, the newest; more say little about a task. */
const MOST = 30;

export interface PlacedBy extends Omit<Placement, 'place'> {
  /** Slug of the template. */
  template: string;
}

export interface RunBy {
  projectId: string;
  itemId: string;
  status: WorkItemStatus;
  /** The deliverables that stand for outputs of the task, by their places inside the standard. */
  outputs: { place: string; itemId: string; status: DeliverableStatus }[];
}

export interface UsingProject {
  id: string;
  name: string;
  status: ProjectStatus;
  openingDay: string;
}

export interface StandardUse {
  templates: PublishedTemplate[];
  projects: UsingProject[];
  /** There are older projects than those shown. */
  moreProjects: boolean;
  /** Every task of the standard, in its order. */
  tasks: { place: string; placedBy: PlacedBy[]; runBy: RunBy[] }[];
}

/** What is made of a standard: the templates that place its tasks, and the reader's own projects that run them. */
@Injectable()
export class StandardUseQueries {
  constructor(
    private readonly database: Database,
    private readonly standards: StandardsLibrary,
    private readonly templates: TemplatesLibrary,
  ) {}

  /** Projects that the reader has no part in are not told of; an admin has a part in all. Throws notFound (404). */
  view(person: SignedIn, slug: string): Promise<StandardUse> {
    const standard = this.standards.get(slug);
    return this.database.read(async (em) => {
      const offered = await this.templates.offered(em);
      const placed = groupBy(offered.flatMap(placedBy(standard)), ({ place }) => place);
      const found = await projectsWith(em, person, standard);
      const projects = found.slice(0, MOST);
      const run = groupBy(await runBy(em, projects, standard), ({ place }) => place);
      const named = new Set([...placed.values()].flat().map(({ template }) => template));
      return {
        templates: offered.filter(({ template }) => named.has(template.slug)),
        projects,
        moreProjects: found.length > MOST,
        tasks: tasksOf(standard).map(({ place }) => ({
          place,
          placedBy: (placed.get(place) ?? []).map(({ place: _, ...one }) => one),
          runBy: (run.get(place) ?? []).map(({ place: _, ...one }) => one),
        })),
      };
    });
  }
}

const placedBy =
  (standard: Standard) =>
  ({ template }: PublishedTemplate): (PlacedBy & { place: string })[] =>
    placementsOf(template, standard).map((placement) => ({ template: template.slug, ...placement }));

/** One more than is shown, to tell whether there are more. */
function projectsWith(em: EntityManager, person: SignedIn, { slug, edition }: Standard): Promise<UsingProject[]> {
  const isAdmin = person.workspaceRole === 'admin';
  const values = [...(isAdmin ? [] : [person.personId]), slug, edition, MOST + 1];
  return plainRows<UsingProject>(em, isAdmin ? projectsSql('TRUE') : projectsSql(MINE), values);
}

async function runBy(em: EntityManager, projects: readonly UsingProject[], standard: Standard) {
  if (projects.length === 0) return [];
  const { slug, edition } = standard;
  const ids = projects.map(({ id }) => id);
  const items = await plainRows<ItemRow>(em, ITEMS, [ids, slug, edition]);
  const outputs = outputsByTask(await plainRows<OutputRow>(em, OUTPUTS, [ids]), standard);
  const order = new Map(ids.map((id, index) => [id, index]));
  return items
    .sort((a, b) => order.get(a.projectId)! - order.get(b.projectId)!)
    .map(({ place, ...item }) => {
      const task = place.slice(slug.length + 1);
      return { ...item, place: task, outputs: outputs.get(`${item.projectId} ${task}`) ?? [] };
    });
}

/** By project and task. A merged deliverable stands for outputs of several tasks, perhaps of several standards. */
function outputsByTask(rows: readonly OutputRow[], { slug, edition }: Standard) {
  const named = rows.flatMap(({ sources, ...row }) =>
    (JSON.parse(sources) as DeliverableSource[])
      .filter((source) => source.standard === slug && source.edition === edition)
      .map((source) => ({ ...row, place: source.place.slice(slug.length + 1) })),
  );
  const groups = groupBy(named, ({ projectId, place }) => `${projectId} ${place.replace(/\/.*/, '')}`);
  return new Map(
    [...groups].map(([key, all]) => [key, all.map(({ place, itemId, status }) => ({ place, itemId, status }))]),
  );
}

interface ItemRow {
  projectId: string;
  itemId: string;
  place: string;
  status: WorkItemStatus;
}

interface OutputRow {
  projectId: string;
  itemId: string;
  status: DeliverableStatus;
  sources: string;
}

const MINE = 'p.id IN (SELECT project_id FROM project_members WHERE person_id = ?)';

const projectsSql = (mine: string) => `
  SELECT p.id, p.name, p.status, p.opening_day AS "openingDay"
    FROM projects p
   WHERE ${mine} AND EXISTS (SELECT 1 FROM work_items t
                              WHERE t.project_id = p.id AND t.standard = ? AND t.edition = ? AND t.set_aside_by IS NULL)
   ORDER BY p.id DESC LIMIT ?`;

const ITEMS = `
  SELECT project_id AS "projectId", id AS "itemId", place, status FROM work_items
   WHERE project_id IN ?* AND standard = ? AND edition = ? AND place IS NOT NULL AND set_aside_by IS NULL
   ORDER BY position, id`;

const OUTPUTS = `
  SELECT project_id AS "projectId", work_item_id AS "itemId", status, sources FROM deliverables
   WHERE project_id IN ?* AND sources <> '[]' AND set_aside_by IS NULL ORDER BY position, id`;
