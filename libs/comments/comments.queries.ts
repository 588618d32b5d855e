import { Injectable } from '@nestjs/common';
import { type Actor, allow, can, PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import { isId, notFound } from '@convener/kernel';
import { Database, readAll } from '@convener/platform';
import { WorkScope } from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { Comment } from './comment.entity';
import { mentionsIn } from './mentions';

export interface CommentView {
  id: string;
  workItemId: string;
  /** People are named as `@{id}`; empty where it was removed. */
  body: string;
  /** Those who are named in it. */
  mentions: PersonRef[];
  writtenBy: PersonRef;
  writtenAt: number;
  editedAt: number | null;
  removed: boolean;
  mayEdit: boolean;
  mayRemove: boolean;
  version: number;
}

/** What was said about work items. */
@Injectable()
export class CommentsQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly people: PeopleQueries,
  ) {}

  /** Newest first, those older than `before` (a comment's id). */
  page(
    person: SignedIn,
    itemId: string,
    { before, limit }: { before: string | null; limit: number },
  ): Promise<CommentView[]> {
    return this.database.read(async (em) => {
      const { actor, item } = await this.scope.item(em, itemId, person, 'look');
      allow(actor, 'comments.read');
      const older = before === null ? '' : 'AND t.id < ?';
      const given = before === null ? [item.id] : [item.id, before];
      const rows = await readAll(
        em,
        Comment,
        `WHERE t.work_item_id = ? ${older} ORDER BY t.id DESC LIMIT ${limit}`,
        given,
      );
      return this.views(em, rows, actor);
    });
  }

  one(person: SignedIn, id: string): Promise<CommentView> {
    return this.database.read(async (em) => {
      const row = isId(id) ? await em.findOneBy(Comment, { id }) : null;
      if (!row) throw notFound();
      const { actor } = await this.scope.item(em, row.workItemId, person, 'look');
      allow(actor, 'comments.read');
      return (await this.views(em, [row], actor))[0]!;
    });
  }

  private async views(em: EntityManager, rows: readonly Comment[], actor: Actor): Promise<CommentView[]> {
    const named = rows.flatMap(({ writtenBy, body }) => [writtenBy, ...mentionsIn(body)]);
    const people = await this.people.refs(em, named);
    return rows.map(({ writtenBy, removedAt, ...row }) => {
      const own = writtenBy === actor.personId && can(actor, 'comments.write');
      return {
        ...row,
        mentions: mentionsIn(row.body).flatMap((id) => people.get(id) ?? []),
        writtenBy: people.get(writtenBy)!,
        removed: removedAt !== null,
        mayEdit: removedAt === null && own,
        mayRemove: removedAt === null && (own || can(actor, 'project.edit')),
      };
    });
  }
}
