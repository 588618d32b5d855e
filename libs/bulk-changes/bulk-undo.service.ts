import { allow, can, type SignedIn } from '@convener/access';
import { ActivityLog, type Change, difference } from '@convener/activity';
import { Clock, conflict, forbidden, isId, newId, notFound } from '@convener/kernel';
import { Database, plainChange, plainRows, Poller, readAll, updateEach } from '@convener/platform';
import {
  changeRow,
  Deliverable,
  lockClause,
  lockRow,
  ProjectReminders,
  type ProjectScope,
  toldOf,
  WorkItem,
  WorkOrigins,
  WorkScope,
} from '@convener/projects';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LeftRow } from './bulk-change';
import { BULK_KEPT_MS, BulkChangeRecord, type FoundRow } from './bulk-change.entity';
import { columnsOf, DELIVERABLE_COLUMNS, ITEM_COLUMNS } from './bulk-columns';
import { type BulkUndo, undoOf } from './bulk-undo';

const HOUR_MS = 60 * 60_000;

export interface BulkUndone {
  restored: number;
  /** What stays as it is, and why. */
  left: LeftRow[];
}

/** Takes changes of many work items back, for a day. */
@Injectable()
export class BulkUndoService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly poller: Poller,
    private readonly scope: WorkScope,
    private readonly reminders: ProjectReminders,
    private readonly activity: ActivityLog,
    private readonly origins: WorkOrigins,
  ) {}

  onModuleInit(): void {
    this.poller.every('bulk changes', HOUR_MS, () => this.forget());
  }

  /** Once: a second time changes nothing. Throws 409 after a day, and 403 for what somebody else did, but to a manager. */
  undo(person: SignedIn, projectId: string, bulkId: string): Promise<BulkUndone> {
    return this.database.write(async (em) => {
      const scope = await this.scope.project(em, projectId, person, 'keep');
      allow(scope.actor, 'work.assign-any');
      const record = await recordOf(em, projectId, bulkId);
      if (record.byId !== person.personId && !can(scope.actor, 'project.edit')) throw forbidden(SOMEBODY_ELSES);
      if (record.undoneAt !== null) return { restored: 0, left: [] };
      const undo = await this.find(em, scope, record);
      await putBack(em, undo);
      await changeRow(em, BulkChangeRecord, record, { undoneAt: this.clock.now() });
      await this.activity.record(em, ...entriesOf(scope, undo));
      const moved = undo.items.map(({ row: { id, status }, values }) => ({
        id,
        from: status,
        to: values.status ?? status,
      }));
      await this.origins.follow(em, scope.actor.personId, moved);
      await this.reminders.replan(
        em,
        scope.project,
        undo.items.map(({ row }) => row.id),
      );
      return { restored: undo.items.length, left: undo.left };
    });
  }

  /** Deletes what can no longer be taken back; an hour late, while which the refusal can still say why. */
  async forget(): Promise<void> {
    const before = this.clock.now() - BULK_KEPT_MS - HOUR_MS;
    // Looked at first by a reader: nearly always there is nothing to do, and then no writer needs to wait.
    const [old] = await this.database.select('SELECT id FROM bulk_changes WHERE at < ? LIMIT 1', [before]);
    if (old) await this.database.write((em) => plainChange(em, 'DELETE FROM bulk_changes WHERE at < ?', [before]));
  }

  private async find(em: EntityManager, { actor }: ProjectScope, record: BulkChangeRecord): Promise<BulkUndo> {
    const age = this.clock.now() - record.at;
    if (age > BULK_KEPT_MS) throw conflict('too-late', TOO_LATE);
    const { found, byId, projectId } = record;
    const tail = (lock: string) => `WHERE t.id IN ?* ORDER BY t.id${lock}`;
    const items = await readAll(em, WorkItem, tail(lockClause(em, 'write')), [idsOf(found, 'work-item')]);
    const deliverables = await readAll(em, Deliverable, tail(''), [idsOf(found, 'deliverable')]);
    return undoOf({
      found,
      items: new Map(items.map((row) => [row.id, row])),
      deliverables: new Map(deliverables.map((row) => [row.id, row])),
      actor,
      own: byId === actor.personId,
      age,
      workers: await workersAmong(em, projectId, found),
    });
  }
}

const idsOf = (found: readonly FoundRow[], type: FoundRow['type']) =>
  found.filter((row) => row.type === type).map(({ id }) => id);

async function recordOf(em: EntityManager, projectId: string, id: string): Promise<BulkChangeRecord> {
  const record = isId(id) ? await lockRow(em, BulkChangeRecord, id, 'write') : null;
  if (record?.projectId !== projectId) throw notFound();
  return record;
}

async function workersAmong(em: EntityManager, projectId: string, found: readonly FoundRow[]): Promise<Set<string>> {
  const had = [...new Set(found.flatMap(({ values }) => (values.assigneeId as string | null | undefined) ?? []))];
  if (had.length === 0) return new Set();
  const sql = `SELECT person_id AS id FROM project_members
                WHERE project_id = ? AND role <> 'viewer' AND person_id IN ?*
                UNION ALL SELECT person_id FROM temporary_staff WHERE project_id = ? AND person_id IN ?*`;
  const rows = await plainRows<{ id: string }>(em, sql, [projectId, had, projectId, had]);
  return new Set(rows.map(({ id }) => id));
}

async function putBack(em: EntityManager, { items, deliverables }: BulkUndo): Promise<void> {
  await updateEach(
    em,
    WorkItem,
    ITEM_COLUMNS,
    items.map(({ row, values }) => ({ id: row.id, ...columnsOf(row, ITEM_COLUMNS, values) })),
  );
  await updateEach(
    em,
    Deliverable,
    DELIVERABLE_COLUMNS,
    deliverables.map(({ row, values }) => ({ id: row.id, ...columnsOf(row, DELIVERABLE_COLUMNS, values) })),
  );
}

/** One for the project, and one for each row, whose own history must not end with what was taken back. */
function entriesOf({ project, actor }: ProjectScope, { items, deliverables, left }: BulkUndo): Change[] {
  const about = { projectId: project.id, actorId: actor.personId, batchId: newId() };
  const entry = (type: FoundRow['type'], row: WorkItem | Deliverable, values: object): Change[] => {
    const told = difference<object>(row, { ...toldOf(values), statusSince: undefined });
    return told
      ? [{ ...about, action: `${type}.restored`, subject: { type, id: row.id, title: row.title }, ...told }]
      : [];
  };
  return [
    {
      ...about,
      action: 'project.bulk-undone',
      subject: { type: 'project', id: project.id, title: project.name },
      after: { restored: items.length, left: left.length },
    },
    ...items.flatMap(({ row, values }) => entry('work-item', row, values)),
    ...deliverables.flatMap(({ row, values }) => entry('deliverable', row, values)),
  ];
}

const TOO_LATE = {
  zh: '已超過一天，無法復原；請到各工作項目修改。',
  en: 'More than a day has passed, so this can’t be undone. Change the work items themselves.',
};
const SOMEBODY_ELSES = {
  zh: '這是別人的更改，請本人或專案經理復原。',
  en: 'Somebody else changed this. They, or a manager, can undo it.',
};
