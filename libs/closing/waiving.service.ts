import { allow } from '@convener/access';
import { ActivityLog, type Change } from '@convener/activity';
import { Clock, groupBy } from '@convener/kernel';
import { readAll } from '@convener/platform';
import {
  changeRows,
  Check,
  Deliverable,
  lockClause,
  type ProjectScope,
  Settling,
  statusChanged,
  statusChanges,
  UNSETTLED,
  WorkItem,
} from '@convener/projects';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { waivedRows } from './waiving.rules';

/** Parts of a project by id: work items, deliverables, and work items whose open checks are meant. */
export interface Waivable {
  items: readonly string[];
  deliverables: readonly string[];
  checksOf: readonly string[];
}

interface Found extends ProjectScope {
  items: WorkItem[];
  deliverables: Map<string, Deliverable[]>;
  checks: Map<string, Check[]>;
}

/** Waives many parts of a project at once by the moves that each has, and opens them again. A bounded number of statements. */
@Injectable()
export class WaivingService {
  constructor(
    private readonly clock: Clock,
    private readonly activity: ActivityLog,
    private readonly settling: Settling,
  ) {}

  /** In the caller's transaction, which holds the project. Answers the ids of `of` that a move was made for. */
  async waive(em: EntityManager, scope: ProjectScope, of: Waivable, reason: string): Promise<Set<string>> {
    const found = await partsOf(em, scope, of);
    const whole = new Set(of.items);
    const only = new Set(of.deliverables);
    const all = new Set(of.checksOf);
    const rows = found.items.map((item) => {
      const parts = { deliverables: found.deliverables.get(item.id) ?? [], checks: found.checks.get(item.id) ?? [] };
      const asked = { whole: whole.has(item.id), only, allChecks: all.has(item.id) };
      return { item, parts, waived: waivedRows({ item, ...parts, ...asked }) };
    });
    const now = this.clock.now();
    const { project, actor } = scope;
    const items = rows.filter(({ waived }) => waived.item);
    await changeRows(
      em,
      WorkItem,
      items.map(({ item, parts }) => {
        const moved = statusChanges({ item, actor, project, ...parts }, { status: 'not-applicable', reason }, now);
        return { row: item, changes: { ...moved, ...statusChanged(now) } };
      }),
    );
    for (const { item, waived } of rows) {
      if (waived.deliverables.length > 0) allow(actor, 'deliverable.waive', item);
      if (waived.checks.length > 0) allow(actor, 'check.decide', item);
    }
    const deliverables = rows.flatMap(({ waived }) => waived.deliverables);
    const settled = { settledBy: actor.personId, settledAt: now, statusSince: now };
    await changeRows(
      em,
      Deliverable,
      deliverables.map((row) => ({ row, changes: { status: 'waived' as const, reason, ...settled } })),
    );
    const checks = rows.flatMap(({ waived }) => waived.checks);
    const decided = { decidedBy: actor.personId, decidedAt: now };
    await changeRows(
      em,
      Check,
      checks.map((row) => ({
        row,
        changes: { state: 'not-applicable' as const, reason, setAsideBy: null, ...decided },
      })),
    );
    await this.record(em, scope, [
      ...items.map(({ item }) => ({
        action: 'work-item.status',
        of: item,
        after: { status: 'not-applicable', reason },
      })),
      ...deliverables.map((row) => ({ action: 'deliverable.waived', of: row, after: { status: 'waived', reason } })),
      ...checks.map((row) => ({ action: 'check.not-applicable', of: row, after: { state: 'not-applicable', reason } })),
    ]);
    const moved = rows.filter(({ waived }) => waived.item || waived.deliverables.length + waived.checks.length > 0);
    await this.follow(
      em,
      scope,
      moved.map(({ item }) => item.id),
    );
    const ofChecks = rows.filter(({ waived }) => waived.checks.length > 0).map(({ item }) => item.id);
    return new Set([...items.map(({ item }) => item.id), ...deliverables.map(({ id }) => id), ...ofChecks]);
  }

  /** Opens again what waive() moved at that instant and what nobody has moved since. */
  async takeBack(em: EntityManager, scope: ProjectScope, of: Waivable, at: number, reason: string): Promise<void> {
    const found = await partsOf(em, scope, of);
    const now = this.clock.now();
    const named = new Set(of.deliverables);
    const ofChecks = new Set(of.checksOf);
    const asked = new Set(of.items);
    const items = found.items.filter(({ id, status }) => asked.has(id) && status === 'not-applicable');
    for (const item of items) allow(scope.actor, 'work-item.reopen', item);
    const deliverables = [...found.deliverables.values()]
      .flat()
      .filter(({ id, status }) => named.has(id) && status === 'waived');
    const checks = [...found.checks.values()]
      .flat()
      .filter((row) => ofChecks.has(row.workItemId) && row.state === 'not-applicable' && row.decidedAt === at);
    const reopened = { status: 'to-do' as const, reason: null, setAsideBy: null, ...statusChanged(now) };
    await changeRows(
      em,
      WorkItem,
      items.map((row) => ({ row, changes: reopened })),
    );
    const open = { status: 'open' as const, ...UNSETTLED, statusSince: now };
    await changeRows(
      em,
      Deliverable,
      deliverables.map((row) => ({ row, changes: open })),
    );
    const undecided = { state: 'open' as const, reason: null, decidedBy: null, decidedAt: null };
    await changeRows(
      em,
      Check,
      checks.map((row) => ({ row, changes: undecided })),
    );
    await this.record(em, scope, [
      ...items.map((row) => ({ action: 'work-item.reopened', of: row, after: { status: 'to-do', why: reason } })),
      ...deliverables.map((row) => ({ action: 'deliverable.reopened', of: row, after: { status: 'open', reason } })),
      ...checks.map((row) => ({ action: 'check.open', of: row, after: { state: 'open', reason } })),
    ]);
    await this.follow(em, scope, [
      ...items.map(({ id }) => id),
      ...[...deliverables, ...checks].map((row) => row.workItemId),
    ]);
  }

  private async follow(em: EntityManager, scope: ProjectScope, itemIds: readonly string[]): Promise<void> {
    if (itemIds.length > 0) await this.settling.followAll(em, scope, new Set(itemIds));
  }

  private record(em: EntityManager, { project, actor }: ProjectScope, done: readonly Done[]): Promise<void> {
    const entries = done.map(({ action, of, after }): Change => {
      const type = action.split('.')[0] as Change['subject']['type'];
      const title = 'text' in of ? `${of.code ?? ''} ${of.text}`.trim() : of.title;
      return {
        ...{ projectId: project.id, actorId: actor.personId, action },
        ...{ subject: { type, id: of.id, title }, after },
      };
    });
    return this.activity.record(em, ...entries);
  }
}

interface Done {
  action: string;
  of: WorkItem | Deliverable | Check;
  after: Record<string, unknown>;
}

async function partsOf(em: EntityManager, scope: ProjectScope, of: Waivable): Promise<Found> {
  const ids = [...of.items, ...of.checksOf];
  const items = await readAll(em, WorkItem, `${ITEMS}${lockClause(em, 'write')}`, [
    ...[scope.project.id, ids, of.deliverables],
  ]);
  const itemIds = items.map(({ id }) => id);
  const parts = 'WHERE t.work_item_id IN ?* ORDER BY t.position, t.id';
  const byItem = <R extends { workItemId: string }>(rows: R[]) => groupBy(rows, ({ workItemId }) => workItemId);
  return {
    ...scope,
    items,
    deliverables: byItem(await readAll(em, Deliverable, parts, [itemIds])),
    checks: byItem(await readAll(em, Check, parts, [itemIds])),
  };
}

const ITEMS = `WHERE t.project_id = ?
  AND (t.id IN ?* OR t.id IN (SELECT work_item_id FROM deliverables WHERE id IN ?*)) ORDER BY t.id`;
