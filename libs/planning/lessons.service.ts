import { Injectable } from '@nestjs/common';
import { type Actor, allow, can, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, isId, newId, notFound, requireVersion } from '@convener/kernel';
import { Database, insertAll, plainChange, plainRows } from '@convener/platform';
import { changeRow, lockRow, WorkScope } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { Lesson } from './lesson.entity';

export interface LessonView {
  id: string;
  text: string;
  projectId: string;
  projectName: string;
  workItemId: string | null;
  /** Title of that work item. */
  about: string | null;
  writtenBy: { id: string; name: string };
  writtenAt: number;
  version: number;
  /** Whether the caller may change or delete it. */
  mine: boolean;
}

export interface Lessons {
  /** Of this project or work item, oldest first. */
  own: LessonView[];
  /** Of the editions before, the latest edition first. */
  earlier: LessonView[];
}

/** Writes down what was learnt, also once a project is closed, and shows it to the editions after. */
@Injectable()
export class LessonsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly activity: ActivityLog,
  ) {}

  /** Of the whole project: its own lessons and all of the editions before it. */
  ofProject(person: SignedIn, projectId: string): Promise<Lessons> {
    return this.database.read(async (em) => {
      const { actor } = await this.scope.project(em, projectId, person);
      allow(actor, 'lessons.read');
      const rows = await plainRows<LessonRow>(em, OF_PROJECT, [projectId]);
      return split(rows, projectId, actor);
    });
  }

  /** Of one work item: its own lessons, and those that editions before wrote at the same place. */
  ofItem(person: SignedIn, itemId: string): Promise<Lessons> {
    return this.database.read(async (em) => {
      const { project, actor, item } = await this.scope.item(em, itemId, person, 'look');
      allow(actor, 'lessons.read');
      const rows = await plainRows<LessonRow>(em, OF_ITEM, [project.id, itemId, project.id, item.place]);
      return split(rows, project.id, actor);
    });
  }

  addToProject(person: SignedIn, projectId: string, text: string): Promise<void> {
    return this.database.write(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person);
      allow(actor, 'lessons.write');
      await this.add(em, actor, { projectId, workItemId: null, place: null, text });
      await this.record(em, actor, 'lesson.added', { type: 'project', id: projectId, title: project.name }, projectId);
    });
  }

  addToItem(person: SignedIn, itemId: string, text: string): Promise<void> {
    return this.database.write(async (em) => {
      const { project, actor, item } = await this.scope.item(em, itemId, person, 'look');
      allow(actor, 'lessons.write');
      await this.add(em, actor, { projectId: project.id, workItemId: itemId, place: item.place, text });
      await this.record(em, actor, 'lesson.added', { type: 'work-item', id: itemId, title: item.title }, project.id);
    });
  }

  /** Throws 403 for whoever neither wrote it nor manages the project. */
  edit(person: SignedIn, id: string, text: string, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const { lesson, actor, name } = await this.own(em, person, id);
      requireVersion(lesson, seen);
      if (lesson.text === text) return;
      await changeRow(em, Lesson, lesson, { text });
      const subject = { type: 'project' as const, id: lesson.projectId, title: name };
      await this.record(em, actor, 'lesson.edited', subject, lesson.projectId);
    });
  }

  remove(person: SignedIn, id: string): Promise<void> {
    return this.database.write(async (em) => {
      const { lesson, actor, name } = await this.own(em, person, id);
      await plainChange(em, 'DELETE FROM lessons WHERE id = ?', [id]);
      const subject = { type: 'project' as const, id: lesson.projectId, title: name };
      await this.record(em, actor, 'lesson.removed', subject, lesson.projectId);
    });
  }

  /** One lesson as the caller sees it. */
  one(person: SignedIn, id: string): Promise<LessonView> {
    return this.database.read(async (em) => {
      const [row] = isId(id) ? await plainRows<LessonRow>(em, `${LISTED} WHERE l.id = ?`, [id]) : [];
      if (!row) throw notFound();
      const { actor } = await this.scope.project(em, row.projectId, person);
      allow(actor, 'lessons.read');
      return viewOf(row, actor);
    });
  }

  private async own(em: EntityManager, person: SignedIn, id: string) {
    const lesson = isId(id) ? await lockRow(em, Lesson, id, 'write') : null;
    if (!lesson) throw notFound();
    const { project, actor } = await this.scope.project(em, lesson.projectId, person);
    allow(actor, 'lessons.write');
    if (lesson.writtenBy !== actor.personId) allow(actor, 'project.edit');
    return { lesson, actor, name: project.name };
  }

  private add(
    em: EntityManager,
    actor: Actor,
    lesson: Pick<Lesson, 'projectId' | 'workItemId' | 'place' | 'text'>,
  ): Promise<void> {
    const row = { id: newId(), ...lesson, writtenBy: actor.personId, writtenAt: this.clock.now(), version: 1 };
    return insertAll(em, Lesson, [row]);
  }

  private record(
    em: EntityManager,
    actor: Actor,
    action: string,
    subject: { type: 'project' | 'work-item'; id: string; title: string },
    projectId: string,
  ): Promise<void> {
    return this.activity.record(em, { projectId, actorId: actor.personId, action, subject });
  }
}

interface LessonRow extends Omit<LessonView, 'writtenBy' | 'mine'> {
  byId: string;
  byName: string;
}

const COLUMNS = `l.id, l.text, l.project_id AS "projectId", p.name AS "projectName", l.work_item_id AS "workItemId",
  w.title AS about, l.written_at AS "writtenAt", l.version, b.id AS "byId", b.name AS "byName"`;
const JOINS = 'JOIN people b ON b.id = l.written_by LEFT JOIN work_items w ON w.id = l.work_item_id';
const LISTED = `SELECT ${COLUMNS} FROM lessons l JOIN projects p ON p.id = l.project_id ${JOINS}`;
/**
 * A project and the editions before it; far more than any event has seen, so that a ring of rows can't hold a read up.
 * From them to their lessons by index, which only a CROSS JOIN makes SQLite do: of a house's many lessons few belong to
 * one event.
 */
const OF_EDITIONS = `WITH RECURSIVE editions (id, previous_id, name, age) AS (
  SELECT id, previous_id, name, 0 FROM projects WHERE id = ?
  UNION ALL
  SELECT e.id, e.previous_id, e.name, p.age + 1 FROM projects e JOIN editions p ON e.id = p.previous_id WHERE p.age < 30
) SELECT ${COLUMNS} FROM editions p CROSS JOIN lessons l ${JOINS} WHERE l.project_id = p.id`;
const IN_ORDER = 'ORDER BY p.age, l.id LIMIT 500';
const OF_PROJECT = `${OF_EDITIONS} ${IN_ORDER}`;
const OF_ITEM = `${OF_EDITIONS} AND (l.work_item_id = ? OR (l.project_id <> ? AND l.place = ?)) ${IN_ORDER}`;

function split(rows: readonly LessonRow[], projectId: string, actor: Actor): Lessons {
  const views = rows.map((row) => viewOf(row, actor, projectId));
  return {
    own: views.filter((lesson) => lesson.projectId === projectId),
    earlier: views.filter((lesson) => lesson.projectId !== projectId),
  };
}

/** Lessons of earlier editions can be read by whoever works on this one, and changed there. */
function viewOf({ byId, byName, ...row }: LessonRow, actor: Actor, projectId = row.projectId): LessonView {
  const mayChange = can(actor, 'lessons.write') && (byId === actor.personId || can(actor, 'project.edit'));
  return {
    ...row,
    writtenAt: Number(row.writtenAt),
    writtenBy: { id: byId, name: byName },
    mine: row.projectId === projectId && mayChange,
  };
}
