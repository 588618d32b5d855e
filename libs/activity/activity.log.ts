import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@convener/kernel';
import { afterCommit, beforeCommit, insertAll, Live, type Touched } from '@convener/platform';
import type { EntityManager, QueryRunner } from 'typeorm';
import { ActivityEntry } from './activity-entry.entity';
import { ActivityPersonal } from './activity-personal.entity';
import { chained } from './chain';
import { lockHead, moveHead } from './heads';
import { type Personal, personalDigest, splitPersonal } from './personal';

/** What changed. `before` and `after` hold only the fields that differ. */
export interface Change {
  projectId: string;
  actorId: string | null;
  /** `<subject>.<what>`, e.g. `work-item.assigned`. */
  action: string;
  subject: {
    type:
      | 'project'
      | 'team'
      | 'member'
      | 'work-item'
      | 'deliverable'
      | 'check'
      | 'register'
      | 'register-row'
      | 'check-in'
      | 'survey'
      | 'cue';
    id: string;
    title: string;
  };
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
  batchId?: string | null;
}

type Draft = Omit<ActivityEntry, 'id' | 'seq' | 'hash'> & { personal: { content: string; salt: string } | null };

/** Writes the activity of projects. */
@Injectable()
export class ActivityLog {
  private readonly drafts = new WeakMap<QueryRunner, Draft[]>();

  constructor(
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  /**
   * Records changes in the caller's transaction, so that none can be kept without its entry. They are written right
   * before it commits: whoever writes in the same project waits for the end of the chain. Once it has committed, whoever
   * looks at the project hears of it.
   */
  async record(em: EntityManager, ...changes: Change[]): Promise<void> {
    const at = this.clock.now();
    const added = changes.map((change) => draftOf(change, at));
    const waiting = em.queryRunner && this.drafts.get(em.queryRunner);
    if (waiting) {
      waiting.push(...added);
      return;
    }
    beforeCommit(em, (last) => this.write(last, added));
    this.drafts.set(em.queryRunner!, added);
  }

  private async write(em: EntityManager, drafts: readonly Draft[]): Promise<void> {
    this.drafts.delete(em.queryRunner!);
    // In one order, so that two transactions over the same projects wait for each other instead of blocking.
    for (const projectId of [...new Set(drafts.map((draft) => draft.projectId))].sort()) {
      const own = drafts.filter((draft) => draft.projectId === projectId);
      const tail = await lockHead(em, projectId);
      // Ids are given under the lock, so that they sort as the chain does.
      const { entries, head } = chained(
        tail,
        own.map((draft) => ({ ...draft, id: newId() })),
      );
      await insertAll(em, ActivityEntry, entries);
      await insertAll(
        em,
        ActivityPersonal,
        entries.flatMap(({ id, personal }) => (personal ? [{ entryId: id, ...personal }] : [])),
      );
      await moveHead(em, projectId, head);
      const things = touchedBy(own);
      afterCommit(em, () => this.live.tell({ projectId, things }));
    }
  }
}

/** More than so many rows are not named one by one. */
const NAMED_MOST = 40;

function touchedBy(drafts: readonly Draft[]): Touched[] {
  const things = new Map(drafts.map(({ subjectType: kind, subjectId: id }) => [id, { kind, id }]));
  return things.size > NAMED_MOST ? [] : [...things.values()];
}

function draftOf({ projectId, actorId, action, subject, before, after, batchId }: Change, at: number): Draft {
  const { told, personal } = splitPersonal({
    subjectType: subject.type,
    subjectTitle: storable(subject.title),
    before: before ?? null,
    after: after ?? null,
  });
  const kept = personal && sealed(personal);
  return {
    projectId,
    at,
    actorId,
    action,
    subjectType: told.subjectType,
    subjectId: subject.id,
    subjectTitle: told.subjectTitle,
    before: told.before && JSON.stringify(told.before),
    after: told.after && JSON.stringify(told.after),
    batchId: batchId ?? null,
    personalDigest: kept && personalDigest(kept.salt, kept.content),
    personal: kept,
  };
}

function sealed(personal: Personal): { content: string; salt: string } {
  return { content: JSON.stringify(personal), salt: randomBytes(16).toString('hex') };
}

/** Half a surrogate pair comes back from the database as U+FFFD, and the entry would look tampered with. */
function storable(text: string): string {
  return Buffer.from(text).toString();
}
