import { Injectable } from '@nestjs/common';
import { PeopleQueries, type PersonRef } from '@convener/access';
import type { EntityManager } from 'typeorm';
import { ActivityEntry } from './activity-entry.entity';

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
    const entries = await query.orderBy('a.id', 'DESC').take(page.limit).getMany();
    const people = await this.people.refs(
      em,
      entries.map(({ actorId }) => actorId),
    );
    return entries.map(({ id, at, actorId, action, subjectType, subjectId, subjectTitle, before, after, batchId }) => ({
      id,
      at,
      actor: (actorId && people.get(actorId)) || null,
      action,
      subject: { type: subjectType, id: subjectId, title: subjectTitle },
      before,
      after,
      batchId,
    }));
  }
}
