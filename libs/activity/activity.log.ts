import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@convener/kernel';
import { insertAll } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { ActivityEntry } from './activity-entry.entity';

/** What changed. `before` and `after` hold only the fields that differ. */
export interface Change {
  projectId: string;
  actorId: string | null;
  /** `<subject>.<what>`, e.g. `work-item.assigned`. */
  action: string;
  subject: { type: 'project' | 'team' | 'member' | 'work-item' | 'deliverable' | 'check'; id: string; title: string };
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
  batchId?: string | null;
}

/** Writes the activity of projects. */
@Injectable()
export class ActivityLog {
  constructor(private readonly clock: Clock) {}

  /** Records changes in the caller's transaction, so that none can be kept without its entry. */
  async record(em: EntityManager, ...changes: Change[]): Promise<void> {
    const at = this.clock.now();
    const entries = changes.map(({ subject, before, after, batchId, ...change }) => ({
      ...change,
      id: newId(),
      at,
      subjectType: subject.type,
      subjectId: subject.id,
      subjectTitle: subject.title,
      before: before ?? null,
      after: after ?? null,
      batchId: batchId ?? null,
    }));
    await insertAll(em, ActivityEntry, entries);
  }
}
