import { Injectable } from '@nestjs/common';
import { actorOf, allow, type SignedIn } from '@convener/access';
import { isId, notFound } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import { WorkScope } from '@convener/projects';
import { StandardsLibrary } from '@convener/standards';
import { TemplatesLibrary } from '@convener/templates';
import type { EntityManager } from 'typeorm';
import { COLUMNS, JOINS, type LessonRow, LISTED, lessonViews, type LessonView, type Reading } from './lesson-rows';
import { earlierPlaces, supersededBy } from './places';

export interface Lessons {
  /** Of this project or work item, oldest first. */
  own: LessonView[];
  /** Of the editions before, the latest edition first. */
  earlier: LessonView[];
  /** Of other projects of the house that had the same tasks, the newest first. */
  house: LessonView[];
}

export interface ItemLessons extends Lessons {
  /** What the template of the project says at this task, of lessons that it took. */
  guidance: string | null;
}

/** What was learnt, as somebody who plans or does the same may read it. */
@Injectable()
export class LessonsQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly standards: StandardsLibrary,
    private readonly templates: TemplatesLibrary,
  ) {}

  /** Of the whole project: its own lessons, all of the editions before it, and those that meet its tasks. */
  ofProject(person: SignedIn, projectId: string): Promise<Lessons> {
    return this.database.read(async (em) => {
      const { actor } = await this.scope.project(em, projectId, person);
      allow(actor, 'lessons.read');
      const rows = await plainRows<LessonRow>(em, OF_PROJECT, [projectId]);
      const places = await plainRows<{ place: string }>(em, PLACES, [projectId]);
      const house = await this.atPlaces(
        em,
        places.map(({ place }) => place),
        projectId,
      );
      return split(em, rows, house, { person, here: { projectId, actor } });
    });
  }

  /** Of one work item: its own lessons, and those that editions before and other projects wrote at the same task. */
  ofItem(person: SignedIn, itemId: string): Promise<ItemLessons> {
    return this.database.read(async (em) => {
      const { project, actor, item } = await this.scope.item(em, itemId, person, 'look');
      allow(actor, 'lessons.read');
      const rows = await plainRows<LessonRow>(em, OF_ITEM, [project.id, itemId, project.id, item.place]);
      const house = item.place === null ? [] : await this.atPlaces(em, [item.place], project.id);
      const template = await this.templates.version(em, project.templateSlug, project.templateVersion);
      const planned = item.place === null ? undefined : template.items.find(({ place }) => place === item.place);
      const reading = { person, here: { projectId: project.id, actor } };
      return { ...(await split(em, rows, house, reading)), guidance: planned?.guidance ?? null };
    });
  }

  /** What projects of the house have learnt at the tasks of a template that a project could be started from. */
  ofTemplate(person: SignedIn, slug: string): Promise<LessonView[]> {
    allow(actorOf(person), 'projects.start');
    return this.database.read(async (em) => {
      const found = await this.templates.find(em, slug);
      if (!found) throw notFound();
      const places = found.template.items.map(({ place }) => place);
      return lessonViews(em, await this.atPlaces(em, places, null), { person, here: null });
    });
  }

  /** One lesson as its project's crew sees it. */
  one(person: SignedIn, id: string): Promise<LessonView> {
    return this.database.read(async (em) => {
      const [row] = isId(id) ? await plainRows<LessonRow>(em, `${LISTED} WHERE l.id = ?`, [id]) : [];
      if (!row) throw notFound();
      const { actor } = await this.scope.project(em, row.projectId, person);
      allow(actor, 'lessons.read');
      return (await lessonViews(em, [row], { person, here: { projectId: row.projectId, actor } }))[0]!;
    });
  }

  /** What a place is called among others, be it in a newer edition of its standard; null where it is not there. */
  placeAmong(place: string | null, places: readonly string[]): string | null {
    return (place !== null && earlierPlaces(places, supersededBy(this.standards)).get(place)) || null;
  }

  /** Lessons for the whole house at these places, under what they are called now; not those of one project. */
  async atPlaces(em: EntityManager, places: readonly string[], except: string | null): Promise<LessonRow[]> {
    if (places.length === 0) return [];
    const known = earlierPlaces(places, supersededBy(this.standards));
    const rows = await plainRows<LessonRow>(em, OF_HOUSE, [[...known.keys()], except ?? '']);
    return rows.map((row) => ({ ...row, place: known.get(row.place!)! }));
  }
}

/** A lesson of an edition before that is for the whole house is told once. */
async function split(
  em: EntityManager,
  rows: readonly LessonRow[],
  house: readonly LessonRow[],
  reading: Reading,
): Promise<Lessons> {
  const here = reading.here!.projectId;
  const told = new Set(rows.map(({ id }) => id));
  const views = await lessonViews(em, [...rows, ...house.filter(({ id }) => !told.has(id))], reading);
  return {
    own: views.filter(({ projectId }) => projectId === here),
    earlier: views.filter(({ projectId, id }) => projectId !== here && told.has(id)),
    house: views.filter(({ id }) => !told.has(id)),
  };
}

/** The lessons of a project with what became of them, for documents. The caller has asked who may read them. */
export async function lessonsOf(em: EntityManager, projectId: string): Promise<LessonView[]> {
  const rows = await plainRows<LessonRow>(em, `${LISTED} WHERE l.project_id = ? ORDER BY l.id`, [projectId]);
  return lessonViews(em, rows, { person: null, here: { projectId, actor: null } });
}

/**
 * A project and the editions before it; far more than any event has seen, so that a ring of rows can't hold a read up.
 * From them to their lessons by index, which only a CROSS JOIN makes SQLite do: of a house's many lessons few belong to
 * one event.
 */
const OF_EDITIONS = `WITH RECURSIVE editions (id, previous_id, name, age) AS (
  SELECT id, previous_id, name, 0 FROM projects WHERE id = ?
  UNION ALL
  SELECT e.id, e.previous_id, e.name, p.age + 1 FROM projects e JOIN editions p ON e.id = p.previous_id WHERE p.age < 30
) SELECT ${COLUMNS} FROM editions p CROSS JOIN lessons l ${JOINS}
   WHERE l.project_id = p.id AND (p.age = 0 OR l.audience <> 'project')`;
const IN_ORDER = 'ORDER BY p.age, l.id LIMIT 500';
const OF_PROJECT = `${OF_EDITIONS} ${IN_ORDER}`;
const OF_ITEM = `${OF_EDITIONS} AND (l.work_item_id = ? OR (l.project_id <> ? AND l.place = ?)) ${IN_ORDER}`;
const PLACES = 'SELECT DISTINCT place FROM work_items WHERE project_id = ? AND place IS NOT NULL';
const OF_HOUSE = `
  ${LISTED} WHERE l.audience = 'house' AND l.place IN ?* AND l.project_id <> ? ORDER BY l.id DESC LIMIT 300`;
