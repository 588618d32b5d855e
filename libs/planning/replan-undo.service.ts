import { allow, type SignedIn } from '@convener/access';
import { ActivityLog, difference } from '@convener/activity';
import { Clock, conflict, isId, notFound } from '@convener/kernel';
import { Database, plainChange, readAll, updateEach } from '@convener/platform';
import {
  changeRow,
  changeRows,
  Check,
  Deliverable,
  Milestone,
  Project,
  ProjectReminders,
  statusChanged,
  WorkItem,
  WorkScope,
} from '@convener/projects';
import { RecurringOccurrences } from '@convener/recurring-work';
import { requireRunning } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import type { EntityManager, EntityTarget } from 'typeorm';
import { asLeftAgain, isUntouched } from './replan-undo';
import { COLUMNS, valuesOf } from './replan-writer';
import { ReplanWorlds } from './replan-world';
import { ReplanRecord, type RowBefore } from './replan.entity';
import { answersThen } from './replan.service';
import type { ReplanType, ReplanWorld } from './replan.types';

export interface LeftAsItIs {
  type: ReplanType;
  id: string;
  title: string;
  titleEn: string | null;
}

export interface Undone {
  restored: number;
  /** What the re-plan had added and nobody has touched. */
  removed: number;
  /** What it had added and somebody has begun. */
  setAside: number;
  /** What somebody has changed since, and so stays as it is. */
  left: LeftAsItIs[];
}

type Versioned = { id: string; version: number };

/** Takes the last re-plan of a project back. */
@Injectable()
export class ReplanUndoService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly worlds: ReplanWorlds,
    private readonly recurring: RecurringOccurrences,
    private readonly reminders: ProjectReminders,
    private readonly activity: ActivityLog,
  ) {}

  /** Throws 409 for any but the last one that still holds. Doing the same twice changes nothing. */
  undo(person: SignedIn, projectId: string, replanId: string): Promise<Undone> {
    return this.database.write(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person, 'change');
      allow(actor, 'project.replan');
      requireRunning(project);
      const record = await this.last(em, projectId, replanId);
      if (record.undoneAt !== null) return { restored: 0, removed: 0, setAside: 0, left: [] };
      const world = await this.worlds.of(em, project, 'write');
      const { restored, left } = await this.restore(em, world, record);
      await this.keepUndoable(em, record, restored);
      const added = await this.takeOut(em, world, record, actor.personId);
      const changed = difference(days(answersThen(project)), days(record.before));
      await changeRow(em, Project, project, record.before);
      await this.recurring.follow(em, project, actor.personId);
      await changeRow(em, ReplanRecord, record, { undoneAt: this.clock.now() });
      const undone = { restored: restored.length, left, ...added };
      await this.activity.record(em, {
        projectId,
        actorId: actor.personId,
        action: 'project.replan-undone',
        subject: { type: 'project', id: projectId, title: project.name },
        before: changed?.before ?? null,
        after: { ...changed?.after, restored: undone.restored, left: undone.left.length },
      });
      await this.reminders.replan(em, project);
      return undone;
    });
  }

  private async last(em: EntityManager, projectId: string, replanId: string): Promise<ReplanRecord> {
    const record = isId(replanId) ? await em.findOneBy(ReplanRecord, { id: replanId, projectId }) : null;
    if (!record) throw notFound();
    if (record.undoneAt !== null) return record;
    const tail = 'WHERE t.project_id = ? AND t.undone_at IS NULL ORDER BY t.id DESC LIMIT 1';
    const [last] = await readAll(em, ReplanRecord, tail, [projectId]);
    if (last?.id === replanId) return record;
    throw conflict('not-the-last', {
      zh: '之後又重新排程過，請先復原較新的那一次。',
      en: 'The project was re-planned again since. Undo the newer one first.',
    });
  }

  private async restore(em: EntityManager, world: ReplanWorld, { changed }: ReplanRecord) {
    const { items, deliverables, checks, milestones } = world;
    const parts = [
      await putBack(em, WorkItem, 'work-item', items, changed.rows),
      await putBack(em, Deliverable, 'deliverable', deliverables, changed.rows),
      await putBack(em, Check, 'check', checks, changed.rows),
      await putBack(em, Milestone, 'milestone', milestones, changed.rows),
    ];
    return { restored: parts.flatMap(({ restored }) => restored), left: parts.flatMap(({ left }) => left) };
  }

  /** What is given back can be taken back further: nobody has touched it but the re-plan that is undone. */
  private async keepUndoable(em: EntityManager, { id, projectId }: ReplanRecord, restored: readonly RowBefore[]) {
    const tail = 'WHERE t.project_id = ? AND t.undone_at IS NULL AND t.id < ? ORDER BY t.id';
    for (const record of await readAll(em, ReplanRecord, tail, [projectId, id])) {
      const rows = asLeftAgain(record.changed.rows, restored);
      await changeRow(em, ReplanRecord, record, { changed: { ...record.changed, rows } });
    }
  }

  /** Removes what was added and nobody touched, and sets the rest of it aside. */
  private async takeOut(em: EntityManager, world: ReplanWorld, { changed, id }: ReplanRecord, by: string) {
    const inserted = new Set(changed.inserted.map((row) => row.id));
    const of = <R extends Versioned>(rows: readonly R[]) => rows.filter((row) => inserted.has(row.id));
    const untouched = (row: WorkItem | Deliverable | Check) => isUntouched(row, world, inserted);
    const own = { items: of(world.items), deliverables: of(world.deliverables), checks: of(world.checks) };
    const gone = {
      items: own.items.filter(untouched),
      // Those of a work item that stays stay with it.
      deliverables: own.deliverables.filter((row) => untouched(row) && stands(row.workItemId, own.items, untouched)),
      checks: own.checks.filter((row) => untouched(row) && stands(row.workItemId, own.items, untouched)),
    };
    await this.reminders.forget(em, world.project, gone.items, gone.deliverables);
    await remove(em, 'checks', gone.checks);
    await remove(em, 'deliverables', gone.deliverables);
    await remove(em, 'work_items', gone.items);
    const taken = new Set([...gone.items, ...gone.deliverables, ...gone.checks].map((row) => row.id));
    const kept = <R extends Versioned>(rows: readonly R[]) => rows.filter((row) => !taken.has(row.id));
    const aside = { setAsideBy: id, reason: UNDONE };
    const at = this.clock.now();
    const items = kept(own.items).filter(({ status }) => status !== 'done');
    const lone = (row: { workItemId: string }) => !own.items.some((item) => item.id === row.workItemId);
    const deliverables = kept(own.deliverables).filter((row) => lone(row) && row.settledAt === null);
    const checks = kept(own.checks).filter((row) => lone(row) && row.state === 'open');
    const ended = { status: 'not-applicable' as const, ...statusChanged(at), ...aside };
    await changeRows(em, WorkItem, alike(items, ended));
    const settled = { status: 'waived' as const, statusSince: at, settledBy: by, settledAt: at, ...aside };
    await changeRows(em, Deliverable, alike(deliverables, settled));
    const decided = { state: 'not-applicable' as const, decidedBy: by, decidedAt: at, ...aside };
    await changeRows(em, Check, alike(checks, decided));
    return { removed: taken.size, setAside: items.length + deliverables.length + checks.length };
  }
}

const days = ({ openingDay, closingDay, options }: ReplanRecord['before']) => ({ openingDay, closingDay, options });

const alike = <R>(rows: readonly R[], changes: Partial<R>) => rows.map((row) => ({ row, changes }));

const stands = (itemId: string, items: readonly WorkItem[], untouched: (row: WorkItem) => boolean) => {
  const item = items.find(({ id }) => id === itemId);
  return !item || untouched(item);
};

async function remove(em: EntityManager, table: string, rows: readonly Versioned[]): Promise<void> {
  if (rows.length > 0) await plainChange(em, `DELETE FROM ${table} WHERE id IN ?*`, [rows.map(({ id }) => id)]);
}

/** Gives rows their former values where nobody has changed them since. */
async function putBack<R extends Versioned & { title?: string; titleEn?: string | null; text?: string; name?: string }>(
  em: EntityManager,
  entity: EntityTarget<R>,
  type: ReplanType,
  rows: readonly R[],
  before: readonly RowBefore[],
): Promise<{ restored: RowBefore[]; left: LeftAsItIs[] }> {
  const now = new Map(rows.map((row) => [row.id, row]));
  const own = before.flatMap((one) => {
    const row = one.type === type ? now.get(one.id) : undefined;
    return row ? [{ ...one, row }] : [];
  });
  const same = own.filter(({ row, version }) => row.version === version);
  const columns = COLUMNS[type] as unknown as (keyof R & string)[];
  await updateEach(
    em,
    entity,
    columns,
    // A record of an earlier release may lack columns: those stay as they are.
    same.map(({ row, values }) => ({ ...valuesOf(row, type), ...(values as Partial<R>), id: row.id })),
  );
  const left = own
    .filter(({ row, version }) => row.version !== version)
    .map(({ id, row }) => ({ type, id, title: row.title ?? row.text ?? row.name ?? '', titleEn: row.titleEn ?? null }));
  return { restored: same, left };
}

const UNDONE = '重新排程已復原 / The re-plan was undone';
