import { allow, can, PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import { Clock } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import { WorkScope } from '@convener/projects';
import { Injectable } from '@nestjs/common';
import type { BulkChange } from './bulk-change';
import { BULK_KEPT_MS } from './bulk-change.entity';

/** How many are listed. */
const LISTED = 20;

export interface PastBulkChange {
  id: string;
  by: PersonRef;
  at: number;
  set: BulkChange;
  changed: number;
  undoneAt: number | null;
  /** The caller may take it back now. */
  mayUndo: boolean;
}

interface Row extends Pick<PastBulkChange, 'id' | 'changed'> {
  byId: string;
  at: number | string;
  given: string;
  undoneAt: number | string | null;
}

const LIST = `
  SELECT b.id, b.by_id AS "byId", b.at, b.given, b.changed, b.undone_at AS "undoneAt"
    FROM bulk_changes b WHERE b.project_id = ? AND b.at >= ? ORDER BY b.id DESC LIMIT ${LISTED}`;

/** Reads of changes of many work items that can still be taken back. */
@Injectable()
export class BulkChangesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly people: PeopleQueries,
  ) {}

  /** Those of the last day, the newest first. */
  of(person: SignedIn, projectId: string): Promise<PastBulkChange[]> {
    return this.database.read(async (em) => {
      const { project, actor } = await this.scope.seen(em, projectId, person);
      allow(actor, 'activity.read');
      const rows = await plainRows<Row>(em, LIST, [projectId, this.clock.now() - BULK_KEPT_MS]);
      const people = await this.people.refs(
        em,
        rows.map(({ byId }) => byId),
      );
      const running = project.status === 'running' && can(actor, 'work.assign-any');
      return rows.map(({ id, byId, at, given, changed, undoneAt }) => ({
        id,
        by: people.get(byId) ?? { id: byId, name: '' },
        at: Number(at),
        set: JSON.parse(given) as BulkChange,
        changed,
        undoneAt: undoneAt === null ? null : Number(undoneAt),
        mayUndo: running && undoneAt === null && (byId === actor.personId || can(actor, 'project.edit')),
      }));
    });
  }
}
