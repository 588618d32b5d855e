import { Injectable } from '@nestjs/common';
import { allow, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, conflict, dayAt, forbidden, isId, newId, notFound, requireVersion } from '@convener/kernel';
import { Database, insertAll } from '@convener/platform';
import { changeRow, type ItemScope, lockRow, WorkScope, wrongField } from '@convener/projects';
import { RemindersPlan } from '@convener/reminders';
import { requireRunning, Standings } from '@convener/teams';
import type { EntityManager } from 'typeorm';
import { Comment } from './comment.entity';
import { mentionsIn, newlyMentioned } from './mentions';

/** Writes comments, and tells whom they name. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly standings: Standings,
    private readonly reminders: RemindersPlan,
    private readonly activity: ActivityLog,
  ) {}

  /** Answers the comment's id. Throws 400 where it names somebody who does not work in the project. */
  add(person: SignedIn, itemId: string, body: string): Promise<{ id: string }> {
    return this.database.write(async (em) => {
      const scope = await this.writing(em, itemId, person);
      await this.requireCrew(em, scope.project.id, mentionsIn(body));
      const now = this.clock.now();
      const fresh = { editedAt: null, removedAt: null, version: 1 };
      const row: Comment = {
        id: newId(),
        workItemId: itemId,
        body,
        writtenBy: person.personId,
        writtenAt: now,
        ...fresh,
      };
      await insertAll(em, Comment, [row]);
      await this.tell(em, scope, person, newlyMentioned('', body, person.personId));
      await this.record(em, scope, 'comment.added');
      return { id: row.id };
    });
  }

  /** One's own alone. Whoever is named for the first time is told. */
  edit(person: SignedIn, id: string, body: string, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const comment = await this.locked(em, id);
      const scope = await this.writing(em, comment.workItemId, person);
      if (comment.writtenBy !== person.personId) throw notYours();
      requireVersion(comment, seen);
      if (comment.removedAt !== null) throw removed();
      if (comment.body === body) return;
      const fresh = newlyMentioned(comment.body, body, person.personId);
      await this.requireCrew(em, scope.project.id, fresh);
      await changeRow(em, Comment, comment, { body, editedAt: this.clock.now() });
      await this.tell(em, scope, person, fresh);
      await this.record(em, scope, 'comment.edited');
    });
  }

  /** One's own; a manager also those of others. What it said is gone, that there was something stays. */
  remove(person: SignedIn, id: string): Promise<void> {
    return this.database.write(async (em) => {
      const comment = await this.locked(em, id);
      const scope = await this.writing(em, comment.workItemId, person);
      if (comment.writtenBy !== person.personId) allow(scope.actor, 'project.edit');
      if (comment.removedAt !== null) return;
      await changeRow(em, Comment, comment, { body: '', removedAt: this.clock.now() });
      await this.record(em, scope, 'comment.removed');
    });
  }

  private async locked(em: EntityManager, id: string): Promise<Comment> {
    const comment = isId(id) ? await lockRow(em, Comment, id, 'write') : null;
    if (!comment) throw notFound();
    return comment;
  }

  private async writing(em: EntityManager, itemId: string, person: SignedIn): Promise<ItemScope> {
    const scope = await this.scope.item(em, itemId, person, 'look');
    allow(scope.actor, 'comments.write');
    requireRunning(scope.project);
    return scope;
  }

  /** Comments are the crew's own: the client's people and temporary staff can't read them, so nobody calls them there. */
  private async requireCrew(em: EntityManager, projectId: string, people: readonly string[]): Promise<void> {
    if (people.length === 0) return;
    const { roles } = await this.standings.crew(em, projectId);
    const crew = ['manager', 'member'];
    const strangers = people.filter((id) => !crew.includes(roles.get(id) ?? ''));
    if (strangers.length > 0) throw wrongField('/body', NOT_CREW);
  }

  /** Only that somebody was named, not what was said: a comment that is removed is gone everywhere. */
  private async tell(em: EntityManager, { project, item }: ItemScope, by: SignedIn, people: string[]): Promise<void> {
    const dueDay = dayAt(this.clock.now(), project.zone);
    const about = { subjectType: 'work-item' as const, subjectId: item.id, dueDay, recipient: null, note: by.name };
    for (const personId of people) await this.reminders.remindNow(em, project.id, { ...about, personId }, 'mention');
  }

  private record(em: EntityManager, { project, actor, item }: ItemScope, action: string): Promise<void> {
    const subject = { type: 'work-item' as const, id: item.id, title: item.title };
    return this.activity.record(em, { projectId: project.id, actorId: actor.personId, action, subject });
  }
}

const NOT_CREW = {
  zh: '只能提到在這個專案工作的人。',
  en: 'Only people who work in this project can be mentioned.',
};
const notYours = () => forbidden({ zh: '只能修改自己的留言。', en: 'You can only change your own comments.' });
const removed = () => conflict('comment-removed', { zh: '這則留言已經移除。', en: 'This comment has been removed.' });
