import { Injectable } from '@nestjs/common';
import { allow, PeopleQueries, type SignedIn } from '@convener/access';
import { ActivityLog, difference } from '@convener/activity';
import { Clock, conflict, requireVersion } from '@convener/kernel';
import { Database } from '@convener/platform';
import type { Stage } from '@convener/templates';
import type { EntityManager } from 'typeorm';
import { AnchorBooks } from './anchor-book';
import { missingFor } from './completion';
import { followDue, requireDays, requirePlannable } from './dates';
import { Deliverable, deliverableMoved } from './deliverable.entity';
import { ProjectReminders } from './project-reminders';
import { requireHands, requireTeam, requireTeamOfHands } from './references';
import { changeRow, changeRows, wrongField } from './rows';
import { byHand, ruledOrByHand, toldOf } from './rule-days';
import { type ItemScope, WorkScope } from './scope';
import { progressed, statusChanged } from './standstill';
import {
  isOpenItem,
  isSettled,
  type Transition,
  UNDO_MS,
  type WaitingKind,
  WORK_ITEM_MOVES,
  type WorkItemStatus,
} from './transitions';
import { WorkItem } from './work-item.entity';

/** What can be changed of a work item. Undefined leaves a field alone, null clears it. */
export interface WorkItemEdit {
  title?: string;
  titleEn?: string | null;
  stage?: Stage;
  startDay?: string | null;
  dueDay?: string | null;
  dueTime?: string | null;
  /** Counts the day from an anchor or milestone instead; null takes the rule away and leaves the day. */
  startRule?: string | null;
  dueRule?: string | null;
  teamId?: string | null;
  assigneeId?: string | null;
  status?: WorkItemStatus;
  waitingFor?: string;
  waitingKind?: WaitingKind;
  followUpDay?: string | null;
  /** Why it is not applicable, or why it is opened again. */
  reason?: string;
}

/** Edits, hands out and claims work items. */
@Injectable()
export class WorkItemsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly people: PeopleQueries,
    private readonly activity: ActivityLog,
    private readonly reminders: ProjectReminders,
    private readonly books: AnchorBooks,
  ) {}

  /** `seen` is the version that the caller last saw, or null. */
  edit(person: SignedIn, id: string, edit: WorkItemEdit, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scope.item(em, id, person, 'change');
      requireVersion(scope.item, seen);
      const { status, waitingFor, waitingKind, followUpDay, reason, startRule, dueRule, ...given } = edit;
      const ruled = await this.books.changes(em, scope.project.id, scope.item, { ...given, startRule, dueRule });
      const changes = {
        ...ruledOrByHand(await this.fieldChanges(em, scope, { ...given, ...ruled }), ruled),
        ...this.statusChanges(scope, status, waitingFor, reason),
        ...waitingChanges(scope, status ?? scope.item.status, { waitingKind, followUpDay }),
      };
      const dueBefore = scope.item.dueDay;
      await this.save(
        em,
        scope,
        changes,
        status !== undefined && status !== scope.item.status ? 'work-item.status' : 'work-item.edited',
      );
      if (changes.dueDay !== undefined) await this.moveDeliverables(em, scope, dueBefore);
      await this.reminders.replan(em, scope.project, [id]);
    });
  }

  /** Takes a work item of one's own sub-team that nobody has. Throws 409 naming whoever was faster. */
  claim(person: SignedIn, id: string): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scope.item(em, id, person, 'change');
      const { item, actor } = scope;
      allow(actor, 'work-item.claim', item);
      if (item.assigneeId === actor.personId) return;
      if (item.assigneeId) {
        const holder = (await this.people.refs(em, [item.assigneeId])).get(item.assigneeId);
        throw conflict(
          'already-claimed',
          { zh: `「${holder?.name ?? ''}」已經認領了。`, en: `${holder?.name ?? 'Somebody'} has already taken this.` },
          { assignee: holder },
        );
      }
      requireOpen(item);
      await requireHands(em, item.projectId, actor.personId, [item.teamId]);
      await this.save(em, scope, { assigneeId: actor.personId }, 'work-item.claimed');
      await this.reminders.replan(em, scope.project, [id]);
    });
  }

  /** Opens a done or not applicable work item again. Needs the manager and a reason. */
  reopen(person: SignedIn, id: string, reason: string): Promise<void> {
    return this.database.write(async (em) => {
      const scope = await this.scope.item(em, id, person, 'change');
      allow(scope.actor, 'work-item.reopen', scope.item);
      if (isOpenItem(scope.item)) return;
      const status = scope.item.status === 'done' ? 'doing' : 'to-do';
      await this.save(
        em,
        scope,
        { status, doneAt: null, doneBy: null, reason: null, setAsideBy: null },
        'work-item.reopened',
        {
          why: reason,
        },
      );
      await this.reminders.replan(em, scope.project, [id]);
    });
  }

  private async fieldChanges(
    em: EntityManager,
    scope: ItemScope,
    fields: Partial<WorkItem>,
  ): Promise<Partial<WorkItem>> {
    const { item, actor } = scope;
    const { assigneeId, ...rest } = fields;
    const changed = difference(item, rest)?.after ?? {};
    if (Object.keys(changed).length > 0) allow(actor, 'work-item.edit', item);
    if (typeof rest.teamId === 'string' && rest.teamId !== item.teamId) {
      await requireTeam(em, item.projectId, rest.teamId);
      // A lead hands work to another sub-team only through the manager.
      allow(actor, 'work-item.edit', { teamId: rest.teamId });
    }
    requireDays({ ...item, ...rest }, rest);
    const teamId = rest.teamId === undefined ? item.teamId : rest.teamId;
    if (assigneeId === undefined || assigneeId === item.assigneeId) {
      if (teamId !== item.teamId) await requireTeamOfHands(em, [item.assigneeId], teamId);
      return changed;
    }
    // Giving back one's own work needs no lead.
    if (!(assigneeId === null && item.assigneeId === actor.personId)) allow(actor, 'work.assign', item);
    if (assigneeId !== null) await requireHands(em, item.projectId, assigneeId, [teamId]);
    return { ...changed, assigneeId };
  }

  private statusChanges(
    { item, actor, deliverables, checks, project }: ItemScope,
    to?: WorkItemStatus,
    waitingFor?: string,
    reason?: string,
  ): Partial<WorkItem> {
    if (to === undefined) return {};
    if (to === item.status && !(to === 'waiting' && waitingFor)) return {};
    const now = this.clock.now();
    const slip = isOwnFinish({ item, actor, deliverables, checks }, now) && isOpenItem({ status: to });
    const move = slip ? UNFINISH : WORK_ITEM_MOVES[item.status].find((candidate) => candidate.to === to);
    if (!move) throw notFromHere(item.status);
    allow(actor, move.action, item);
    if (move.reason && !reason) throw wrongField('/reason', NEEDS_REASON);
    if (to === 'waiting' && !waitingFor) throw wrongField('/waitingFor', NEEDS_WAITING_FOR);
    const missing = to === 'done' ? missingFor({ deliverables, checks }, project.strictChecks) : [];
    if (missing.length > 0)
      throw conflict(
        'not-complete',
        { zh: '還有未完成的內容，不能標為完成。', en: 'Something is still missing, so this is not done yet.' },
        { missing },
      );
    const done = to === 'done';
    return {
      status: to,
      waitingFor: to === 'waiting' ? waitingFor! : null,
      waitingSince: to === 'waiting' ? (item.waitingSince ?? now) : null,
      reason: to === 'not-applicable' ? reason! : null,
      doneAt: done ? now : null,
      doneBy: done ? actor.personId : null,
      setAsideBy: null,
    };
  }

  private async save(
    em: EntityManager,
    { item, project, actor }: ItemScope,
    changes: Partial<WorkItem>,
    action: string,
    note: Record<string, unknown> = {},
  ): Promise<void> {
    const told = difference(item, toldOf(changes));
    const changed = difference(item, changes);
    if (!changed) return;
    const now = this.clock.now();
    const since = changed.after.status === undefined ? progressed(now) : statusChanged(now);
    await changeRow(em, WorkItem, item, { ...changed.after, ...since });
    if (!told) return;
    await this.activity.record(em, {
      projectId: project.id,
      actorId: actor.personId,
      action,
      subject: { type: 'work-item', id: item.id, title: item.title },
      before: told.before,
      after: { ...told.after, ...note },
    });
  }

  private async moveDeliverables(
    em: EntityManager,
    { item, deliverables, actor }: ItemScope,
    before: string | null,
  ): Promise<void> {
    const moved = deliverables
      .filter((row) => !isSettled(row))
      .flatMap((row) => {
        const changed = difference(row, followDue(row, before, item.dueDay));
        return changed ? [{ row, ...changed }] : [];
      });
    await changeRows(
      em,
      Deliverable,
      moved.map(({ row, after }) => ({ row, changes: byHand(after) })),
    );
    await this.activity.record(em, ...moved.map(({ row, ...change }) => deliverableMoved(row, actor.personId, change)));
  }
}

/** Whom a waiting work item waits for and when to ask again. Both end with the waiting. */
function waitingChanges(
  { item, actor }: ItemScope,
  status: WorkItemStatus,
  given: Pick<WorkItemEdit, 'waitingKind' | 'followUpDay'>,
): Partial<WorkItem> {
  if (status !== 'waiting') {
    if (given.waitingKind !== undefined) throw wrongField('/waitingKind', NOT_WAITING);
    if (typeof given.followUpDay === 'string') throw wrongField('/followUpDay', NOT_WAITING);
    return { waitingKind: null, followUpDay: null };
  }
  const changed = difference(item, given);
  if (!changed) return {};
  allow(actor, 'work-item.progress', item);
  if (given.followUpDay) requirePlannable(given.followUpDay, '/followUpDay');
  return changed.after;
}

/** Whoever finished work without parts by a slip of the finger takes it back at once; with parts, those are taken back. */
function isOwnFinish(
  { item, actor, deliverables, checks }: Pick<ItemScope, 'item' | 'actor' | 'deliverables' | 'checks'>,
  now: number,
): boolean {
  if (item.status !== 'done' || deliverables.length + checks.length > 0) return false;
  return item.doneBy === actor.personId && item.doneAt !== null && now - item.doneAt <= UNDO_MS;
}

const UNFINISH: Omit<Transition<WorkItemStatus>, 'to'> = { action: 'work-item.progress' };

export function requireOpen(item: WorkItem): void {
  if (!isOpenItem(item)) throw notFromHere(item.status);
}

function notFromHere(status: WorkItemStatus) {
  return conflict(
    'not-from-here',
    { zh: '這個工作項目已結束，請專案經理先重新開啟。', en: 'This work item is finished. Its manager can reopen it.' },
    { state: status },
  );
}

const NEEDS_REASON = { zh: '請說明原因。', en: 'Say why.' };
const NEEDS_WAITING_FOR = { zh: '請寫明在等誰或等什麼。', en: 'Say whom or what it waits for.' };
const NOT_WAITING = { zh: '狀態是「等待中」才能填寫。', en: 'Only waiting work has this.' };
