import { Injectable } from '@nestjs/common';
import { PeopleQueries, type PersonRef } from '@convener/access';
import { readAll } from '@convener/platform';
import { type EntityManager, In } from 'typeorm';
import { ActivityEntry } from './activity-entry.entity';
import { ActivityPersonal } from './activity-personal.entity';
import { mergePersonal, type Personal } from './personal';

export interface ShownActivity {
  id: string;
  at: number;
  actor: PersonRef | null;
  action: string;
  subject: { type: string; id: string; title: string };
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  batchId: string | null;
}

/** Reads of a project's activity, newest first. Whether the caller may read it is asked before. */
@Injectable()
export class ActivityQueries {
  constructor(private readonly people: PeopleQueries) {}

  /** Entries older than `before` (an entry's id), of one subject where it is given. */
  async page(
    em: EntityManager,
    projectId: string,
    page: { subjectIds?: readonly string[]; before: string | null; limit: number },
  ): Promise<ShownActivity[]> {
    const query = em.createQueryBuilder(ActivityEntry, 'a').where('a.projectId = :projectId', { projectId });
    if (page.subjectIds) query.andWhere('a.subjectId IN (:...subjectIds)', { subjectIds: page.subjectIds });
    if (page.before) query.andWhere('a.id < :before', { before: page.before });
    return this.shown(em, await query.orderBy('a.id', 'DESC').take(page.limit).getMany());
  }

  /** What was done in one way to any of these subjects, the oldest first. */
  async ofSubjects(em: EntityManager, subjectIds: readonly string[], action: string): Promise<ShownActivity[]> {
    const entries = await readAll(em, ActivityEntry, 'WHERE t.subject_id IN ?* AND t.action = ? ORDER BY t.id', [
      subjectIds,
      action,
    ]);
    return entries.length > 0 ? this.shown(em, entries) : [];
  }

  private async shown(em: EntityManager, entries: readonly ActivityEntry[]): Promise<ShownActivity[]> {
    const people = await this.people.refs(
      em,
      entries.map(({ actorId }) => actorId),
    );
    const personal = await this.personal(em, entries);
    return entries.map((entry) => {
      const { id, at, actorId, action, subjectType, subjectId, batchId } = entry;
      const { subjectTitle, before, after } = mergePersonal(
        { subjectType, subjectTitle: entry.subjectTitle, before: fields(entry.before), after: fields(entry.after) },
        personal.get(id) ?? null,
      );
      return {
        id,
        at,
        actor: (actorId && people.get(actorId)) || null,
        action,
        subject: { type: subjectType, id: subjectId, title: subjectTitle },
        before,
        after,
        batchId,
      };
    });
  }

  /** The personal texts that these entries have and that nobody erased, by entry. */
  private async personal(em: EntityManager, entries: readonly ActivityEntry[]): Promise<Map<string, Personal>> {
    const ids = entries.filter(({ personalDigest }) => personalDigest !== null).map(({ id }) => id);
    const rows = ids.length > 0 ? await em.findBy(ActivityPersonal, { entryId: In(ids) }) : [];
    return new Map(rows.map(({ entryId, content }) => [entryId, JSON.parse(content) as Personal]));
  }
}

function fields(json: string | null): Record<string, unknown> | null {
  return json === null ? null : (JSON.parse(json) as Record<string, unknown>);
}
