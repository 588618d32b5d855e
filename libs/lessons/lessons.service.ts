import { Injectable } from '@nestjs/common';
import { type Actor, allow, type SignedIn } from '@convener/access';
import { ActivityLog, type Change } from '@convener/activity';
import { Clock, isId, newId, notFound, requireVersion } from '@convener/kernel';
import { Database, insertAll, plainChange, readAll } from '@convener/platform';
import { changeRow, lockRow, WorkItem, WorkScope, wrongAnswers } from '@convener/projects';
import { difference } from '@convener/activity';
import type { EntityManager } from 'typeorm';
import { Lesson } from './lesson.entity';
import {
  cleanProposal,
  type LessonAudience,
  type LessonKind,
  type Proposal,
  proposalProblems,
  type SourceKind,
} from './lesson.rules';

export interface LessonFacts {
  text: string;
  /** `to-change` and `house` where it is not said. */
  kind?: LessonKind;
  audience?: LessonAudience;
  proposal?: Proposal | null;
}

export interface LessonSource {
  kind: SourceKind;
  id: string;
  title: string;
}

/** Where a lesson hangs: a whole project, or one of its work items. */
interface Hook {
  projectId: string;
  name: string;
  item: Pick<WorkItem, 'id' | 'title' | 'place' | 'standard' | 'edition'> | null;
}

/** Writes down what was learnt, also once a project is closed. */
@Injectable()
export class LessonsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly activity: ActivityLog,
  ) {}

  addToProject(person: SignedIn, projectId: string, facts: LessonFacts): Promise<void> {
    return this.database.write(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person);
      allow(actor, 'lessons.write');
      await this.add(em, actor, { projectId, name: project.name, item: null }, facts, null);
    });
  }

  addToItem(person: SignedIn, itemId: string, facts: LessonFacts): Promise<void> {
    return this.database.write(async (em) => {
      const { project, actor, item } = await this.scope.item(em, itemId, person, 'look');
      allow(actor, 'lessons.write');
      await this.add(em, actor, { projectId: project.id, name: project.name, item }, facts, null);
    });
  }

  /**
   * A lesson of a row or an entry, in the caller's transaction, which has locked that: once, whoever asks how often.
   * `itemId`: the work that it came up at, if any. Answers its id.
   */
  async addFrom(
    em: EntityManager,
    actor: Actor,
    of: { projectId: string; name: string; itemId: string | null },
    facts: LessonFacts,
    from: LessonSource,
  ): Promise<string> {
    allow(actor, 'lessons.write');
    const there = await em.findOneBy(Lesson, { fromId: from.id });
    if (there) return there.id;
    const [item = null] = of.itemId ? await readAll(em, WorkItem, 'WHERE t.id = ?', [of.itemId]) : [];
    return this.add(em, actor, { projectId: of.projectId, name: of.name, item }, facts, from);
  }

  /** Throws 403 for whoever neither wrote it nor manages the project. */
  edit(person: SignedIn, id: string, edit: Partial<LessonFacts>, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const { lesson, actor, name } = await this.own(em, person, id);
      requireVersion(lesson, seen);
      const { proposal, ...fields } = edit;
      const proposed = proposal === undefined ? {} : { proposal: checked(proposal, lesson.place) };
      const changed = difference(lesson, { ...fields, ...proposed });
      if (!changed) return;
      await changeRow(em, Lesson, lesson, changed.after);
      await this.record(em, actor, 'lesson.edited', lesson.projectId, projectOf(lesson.projectId, name));
    });
  }

  remove(person: SignedIn, id: string): Promise<void> {
    return this.database.write(async (em) => {
      const { lesson, actor, name } = await this.own(em, person, id);
      await plainChange(em, 'DELETE FROM lessons WHERE id = ?', [id]);
      await this.record(em, actor, 'lesson.removed', lesson.projectId, projectOf(lesson.projectId, name));
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

  private async add(
    em: EntityManager,
    actor: Actor,
    { projectId, name, item }: Hook,
    { text, kind = 'to-change', audience = 'house', proposal = null }: LessonFacts,
    from: LessonSource | null,
  ): Promise<string> {
    const id = newId();
    const place = item?.place ?? null;
    const row: Lesson = {
      ...{ id, projectId, workItemId: item?.id ?? null, place, text, kind, audience },
      ...{ standard: item?.standard ?? null, edition: item?.edition ?? null },
      proposal: checked(proposal, place),
      ...{ fromKind: from?.kind ?? null, fromId: from?.id ?? null, fromTitle: from?.title ?? null },
      ...{ writtenBy: actor.personId, writtenAt: this.clock.now(), version: 1 },
    };
    await insertAll(em, Lesson, [row]);
    const subject = item ? { type: 'work-item' as const, id: item.id, title: item.title } : projectOf(projectId, name);
    await this.record(em, actor, 'lesson.added', projectId, subject);
    return id;
  }

  private record(
    em: EntityManager,
    actor: Actor,
    action: string,
    projectId: string,
    subject: Change['subject'],
  ): Promise<void> {
    return this.activity.record(em, { projectId, actorId: actor.personId, action, subject });
  }
}

const projectOf = (id: string, title: string) => ({ type: 'project' as const, id, title });

function checked(proposal: Proposal | null, place: string | null): Proposal | null {
  if (proposal === null) return null;
  const problems = proposalProblems(proposal, place);
  if (problems.length > 0) throw wrongAnswers(problems);
  return cleanProposal(proposal);
}
