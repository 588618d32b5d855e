import { allow, type SignedIn } from '@convener/access';
import { ActivityLog, difference } from '@convener/activity';
import { Clock, conflict, newId, notFound } from '@convener/kernel';
import { Database, insertAll, plainChange, plainRows, readAll } from '@convener/platform';
import {
  changeRow,
  NOT_RESTING,
  Project,
  ProjectReminders,
  type ProjectScope,
  WorkOrigins,
  WorkScope,
  wrongField,
} from '@convener/projects';
import { requireRunning } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Waivable, WaivingService } from './waiving.service';
import { Closing, ClosingWaiver } from './closing.entity';
import { openThings } from './open-things';
import { isWaiverOf, type OpenKind, type OpenThing, withoutParts, withoutWaived } from './open-things.rules';

/** How many open things a refusal to close lists. */
const LISTED_OPEN = 50;
/** How many things one request waives. */
export const MOST_WAIVED = 2000;

/** Something open, as a page names it. */
export interface NamedThing {
  kind: OpenKind;
  id: string;
}

export interface ClosingFacts {
  note?: string;
  /** Whatever is still open is waived with this reason, and stays as it stands. */
  waiveRest?: string;
}

/** Waives what is open, closes a project, and reopens it. Whoever changes anything in it waits meanwhile. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly activity: ActivityLog,
    private readonly reminders: ProjectReminders,
    private readonly waiving: WaivingService,
    private readonly origins: WorkOrigins,
  ) {}

  /** What has been settled or waived meanwhile is passed by. Work, deliverables and checks are moved where they can be. */
  waive(person: SignedIn, projectId: string, things: readonly NamedThing[], reason: string): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.running(em, person, projectId);
      const named = new Set(things.map(({ kind, id }) => `${kind} ${id}`));
      const { open, waivers } = await this.stand(em, scope.project);
      const chosen = withoutParts(open.filter(({ kind, id }) => named.has(`${kind} ${id}`)));
      if (chosen.length === 0) {
        const isWaived = ({ kind, subjectId }: ClosingWaiver) => named.has(`${kind} ${subjectId}`);
        if (waivers.some(isWaived)) return;
        throw wrongField('/things', NOTHING_OPEN);
      }
      const moved = await this.waiving.waive(em, scope, partsOf(chosen), reason);
      await this.note(em, scope, chosen, { reason, waivers, moved });
    });
  }

  /** What was moved is open again. A second time changes nothing. */
  takeBack(person: SignedIn, projectId: string, waiverId: string, reason: string): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.running(em, person, projectId);
      const waiver = await em.findOneBy(ClosingWaiver, { id: waiverId, projectId });
      if (!waiver) throw notFound();
      if (waiver.takenBackAt !== null) return;
      await this.end(em, scope, [waiver], reason);
      const { kind, subjectId: id, waivedAt } = waiver;
      if (waiver.moved) await this.waiving.takeBack(em, scope, partsOf([{ kind, id }]), waivedAt, reason);
      await this.record(em, scope, 'project.waiver-taken-back', { waived: waiver.title, reason });
    });
  }

  /** Throws 409 listing what is neither settled nor waived. No reminder is sent afterwards. */
  close(person: SignedIn, projectId: string, { note, waiveRest }: ClosingFacts): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scope.project(em, projectId, person, 'change');
      const { project, actor } = scope;
      allow(actor, 'project.close');
      if (project.status === 'closed') return;
      if (project.status === 'cancelled') requireRunning(project);
      const { open, waivers } = await this.stand(em, project);
      if (open.length > 0 && waiveRest === undefined) throw stillOpen(open);
      if (waiveRest !== undefined)
        await this.note(em, scope, withoutParts(open), { reason: waiveRest, waivers, moved: new Set() });
      const number = await nextNumber(em, projectId);
      const by = { closedBy: actor.personId, closedAt: this.clock.now() };
      await insertAll(em, Closing, [{ id: newId(), projectId, number, note: note ?? null, ...by }]);
      await this.save(em, scope, { status: 'closed', ...by, ...NOT_RESTING }, 'project.closed', {
        number,
        ...(note && { note }),
      });
      await this.reminders.cancelAll(em, project);
    });
  }

  /** Also takes up again what is on hold or cancelled, with its days as they are. What was waived stays waived. */
  reopen(person: SignedIn, projectId: string, reason: string): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scope.project(em, projectId, person, 'change');
      const { project, actor } = scope;
      allow(actor, 'project.close');
      if (project.status === 'running') return;
      if (project.status === 'closed') await this.endClosing(em, scope, reason);
      const running = { status: 'running' as const, closedAt: null, closedBy: null, ...NOT_RESTING };
      await this.save(em, scope, running, 'project.reopened', { reason });
      await this.reminders.replan(em, project);
    });
  }

  private async running(em: EntityManager, person: SignedIn, projectId: string): Promise<ProjectScope> {
    const scope = await this.scope.project(em, projectId, person, 'change');
    allow(scope.actor, 'project.close');
    requireRunning(scope.project);
    return scope;
  }

  private async stand(em: EntityManager, project: Project) {
    const things = await openThings(em, project, this.origins, this.clock.now());
    const waivers = await readAll(em, ClosingWaiver, STANDING, [project.id]);
    return { ...withoutWaived(things, waivers), waivers };
  }

  /** A thing that was waived before and is open again gets a new waiver instead. */
  private async note(
    em: EntityManager,
    scope: ProjectScope,
    things: readonly OpenThing[],
    { reason, waivers, moved }: { reason: string; waivers: readonly ClosingWaiver[]; moved: ReadonlySet<string> },
  ): Promise<void> {
    const { project, actor } = scope;
    const replaced = waivers.filter((waiver) => things.some((thing) => isWaiverOf(waiver, thing)));
    await this.end(em, scope, replaced, reason);
    const number = await nextNumber(em, project.id);
    const by = { reason, waivedBy: actor.personId, waivedAt: this.clock.now() };
    const rows = things.map(({ kind, id, title, titleEn, measure }) => ({
      ...{ id: newId(), projectId: project.id, closingNumber: number, kind, subjectId: id, title, titleEn, measure },
      ...{ moved: MOVABLE.has(kind) && moved.has(id), ...by },
    }));
    await insertAll(em, ClosingWaiver, rows);
    const batchId = newId();
    const subject = { type: 'project' as const, id: project.id, title: project.name };
    // What was moved has its own entry, which tells the reason.
    const noted = rows.filter((row) => !row.moved);
    const entry = { projectId: project.id, actorId: actor.personId, action: 'project.waived', subject, batchId };
    await this.activity.record(em, ...noted.map(({ title }) => ({ ...entry, after: { waived: title, reason } })));
  }

  private async end(
    em: EntityManager,
    { actor }: ProjectScope,
    waivers: readonly ClosingWaiver[],
    reason: string,
  ): Promise<void> {
    if (waivers.length === 0) return;
    const ids = waivers.map(({ id }) => id);
    await plainChange(em, TAKE_BACK, [actor.personId, this.clock.now(), reason, ids]);
  }

  private async endClosing(em: EntityManager, { project, actor }: ProjectScope, reason: string): Promise<void> {
    const by = { reopenedBy: actor.personId, reopenedAt: this.clock.now(), reopenReason: reason };
    const [last] = await readAll(em, Closing, 'WHERE t.project_id = ? ORDER BY t.number DESC LIMIT 1', [project.id]);
    // Projects that were closed before closings were kept have none.
    if (last) await em.update(Closing, { id: last.id }, by);
  }

  private async save(
    em: EntityManager,
    scope: ProjectScope,
    changes: Partial<Project>,
    action: string,
    note: Record<string, unknown>,
  ): Promise<void> {
    const { project } = scope;
    const changed = difference(project, changes);
    if (!changed) return;
    await changeRow(em, Project, project, changed.after);
    const { closedBy: _was, ...before } = changed.before as Partial<Project>;
    const { closedBy: _is, ...after } = changed.after;
    await this.record(em, scope, action, { ...after, ...note }, before);
  }

  private record(
    em: EntityManager,
    { project, actor }: ProjectScope,
    action: string,
    after: Record<string, unknown>,
    before?: Record<string, unknown>,
  ): Promise<void> {
    const subject = { type: 'project' as const, id: project.id, title: project.name };
    return this.activity.record(em, { projectId: project.id, actorId: actor.personId, action, subject, before, after });
  }
}

const NOTHING_OPEN = {
  zh: '這些事項已經結清，或不在這個專案裡。',
  en: 'These are settled, or not of this project.',
};
const STANDING = 'WHERE t.project_id = ? AND t.taken_back_at IS NULL ORDER BY t.id';
const TAKE_BACK = `
  UPDATE closing_waivers SET taken_back_by = ?, taken_back_at = ?, taken_back_reason = ? WHERE id IN ?*`;
const MOVABLE: ReadonlySet<OpenKind> = new Set(['work-item', 'deliverable', 'returned', 'submitted', 'checks']);

function partsOf(things: readonly NamedThing[]): Waivable {
  const ids = (...kinds: OpenKind[]) => things.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  return {
    items: ids('work-item'),
    deliverables: ids('deliverable', 'returned', 'submitted'),
    checksOf: ids('checks'),
  };
}

async function nextNumber(em: EntityManager, projectId: string): Promise<number> {
  const sql = 'SELECT MAX(number) AS last FROM closings WHERE project_id = ?';
  const [row] = await plainRows<{ last: number | null }>(em, sql, [projectId]);
  return (row?.last ?? 0) + 1;
}

function stillOpen(open: readonly OpenThing[]) {
  return conflict(
    'still-open',
    {
      zh: `還有 ${open.length} 項沒有結清，請先完成，或說明為什麼不辦。`,
      en: `${open.length} things are still open. Settle each, or waive it with a reason.`,
    },
    {
      count: open.length,
      open: open.slice(0, LISTED_OPEN).map(({ kind, id, title, titleEn }) => ({ kind, id, title, titleEn })),
    },
  );
}
