import { Injectable } from '@nestjs/common';
import { type Actor, allow, type SignedIn } from '@convener/access';
import type { Day } from '@convener/kernel';
import { Database, insertAll, plainRows, readAll } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { OwnRowsService, type OwnWorkItem } from './own-rows.service';
import { type ProjectScope, WorkScope } from './scope';
import type { WorkItemStatus } from './transitions';
import { type OriginKind, WorkOrigin } from './work-origin.entity';

/** A work item, beside what it was made from. */
export interface MadeWork {
  id: string;
  title: string;
  titleEn: string | null;
  status: WorkItemStatus;
}

/** Where a work item came from: the row of a list, or an entry of a record. */
export interface ShownOrigin {
  kind: OriginKind;
  /** Of the list or the entry. */
  title: string;
  titleEn: string | null;
  /** Of the entry. */
  day: Day | null;
  registerId: string | null;
  /** Whose deliverable the record is. */
  workItemId: string | null;
}

/** What was made from this is finished now, or no longer is. */
export interface Ended {
  fromId: string;
  done: boolean;
}

/** What the lib that keeps things of a kind answers for them. */
export interface OriginAnswers {
  /** By the list or the entry. Null where that is no longer there, or not for the reader. */
  shown(em: EntityManager, actor: Actor, holderId: string): Promise<Omit<ShownOrigin, 'kind'> | null>;
  /** In the transaction that finishes the work, or opens it again. */
  ended?(em: EntityManager, actorId: string, ended: readonly Ended[]): Promise<void>;
}

/** A work item whose status changes. */
export interface Moved {
  id: string;
  from: WorkItemStatus;
  to: WorkItemStatus;
}

/**
 * Work items that were made from something. Libs that stand on this one keep rows and records, and answer here for
 * theirs: where it stands, and what happens to it when its work is done.
 */
@Injectable()
export class WorkOrigins {
  private readonly answers = new Map<OriginKind, OriginAnswers>();

  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly rows: OwnRowsService,
  ) {}

  /** Throws where two libs answer for one kind: only one of them would be asked. */
  answerFor(kind: OriginKind, answers: OriginAnswers): void {
    if (this.answers.has(kind)) throw new Error(`Two libs answer for work made from "${kind}"`);
    this.answers.set(kind, answers);
  }

  /**
   * The work item that was made from this, made now where there is none; `made` says which. The caller has locked what
   * it is made from, so that two at once make one, and has asked whether it may be done.
   */
  async make(
    em: EntityManager,
    scope: ProjectScope,
    from: Omit<WorkOrigin, 'workItemId'>,
    own: OwnWorkItem,
  ): Promise<{ id: string; made: boolean }> {
    const there = await em.findOneBy(WorkOrigin, { fromId: from.fromId });
    if (there) return { id: there.workItemId, made: false };
    const { id } = await this.rows.add(em, scope, own);
    await insertAll(em, WorkOrigin, [{ ...from, workItemId: id }]);
    return { id, made: true };
  }

  /** The work items that were made from these, as they stand now, by what they were made from. */
  async madeFrom(em: EntityManager, fromIds: readonly string[]): Promise<Map<string, MadeWork>> {
    if (fromIds.length === 0) return new Map();
    const origins = await readAll(em, WorkOrigin, 'WHERE t.from_id IN ?*', [fromIds]);
    if (origins.length === 0) return new Map();
    const found = await plainRows<MadeWork>(em, MADE, [origins.map(({ workItemId }) => workItemId)]);
    const work = new Map(found.map((item) => [item.id, item]));
    return new Map(origins.map(({ fromId, workItemId }) => [fromId, work.get(workItemId)!]));
  }

  /** Called wherever the status of work items changes, in that transaction. */
  async follow(em: EntityManager, actorId: string, moved: readonly Moved[]): Promise<void> {
    const ended = new Map(moved.filter(crossesDone).map(({ id, to }) => [id, to === 'done']));
    if (ended.size === 0) return;
    const origins = await readAll(em, WorkOrigin, 'WHERE t.work_item_id IN ?*', [[...ended.keys()]]);
    for (const [kind, answers] of this.answers) {
      const own = origins.filter((origin) => origin.kind === kind);
      const facts = own.map(({ fromId, workItemId }) => ({ fromId, done: ended.get(workItemId)! }));
      if (facts.length > 0) await answers.ended?.(em, actorId, facts);
    }
  }

  /** Where a work item came from; null where from nothing, or from what the reader may not see. */
  originOf(person: SignedIn, itemId: string): Promise<ShownOrigin | null> {
    return this.database.read(async (em) => {
      const { actor, item } = await this.scope.item(em, itemId, person, 'look');
      allow(actor, 'project.read');
      const origin = await em.findOneBy(WorkOrigin, { workItemId: item.id });
      const shown = origin && (await this.answers.get(origin.kind)?.shown(em, actor, origin.holderId));
      return shown ? { kind: origin.kind, ...shown } : null;
    });
  }
}

const crossesDone = ({ from, to }: Moved) => (from === 'done') !== (to === 'done');

const MADE = `SELECT id, title, title_en AS "titleEn", status FROM work_items WHERE id IN ?*`;
