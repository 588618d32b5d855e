import { allow } from '@convener/access';
import { difference } from '@convener/activity';
import { conflict } from '@convener/kernel';
import { missingFor } from './completion';
import { requirePlannable } from './dates';
import { wrongField } from './rows';
import type { ItemScope } from './scope';
import {
  isOpenItem,
  type Transition,
  UNDO_MS,
  type WaitingKind,
  WORK_ITEM_MOVES,
  type WorkItemStatus,
} from './transitions';
import type { WorkItem } from './work-item.entity';

/** A status that a work item is to have, with what belongs to it. */
export interface StatusEdit {
  status?: WorkItemStatus;
  /** Whom or what it waits for; needed with waiting. */
  waitingFor?: string;
  waitingKind?: WaitingKind;
  followUpDay?: string | null;
  /** Needed with not-applicable. */
  reason?: string;
}

type MovedItem = Pick<ItemScope, 'item' | 'actor' | 'deliverables' | 'checks'> & { project: { strictChecks: boolean } };

/**
 * What another status changes of a work item at an instant (epoch ms). Throws conflict where no way leads there or
 * something is missing, forbidden, or 400 at the field that is. `at` is the pointer of the edit in the request.
 */
export function statusChanges(scope: MovedItem, edit: StatusEdit, now: number, at = ''): Partial<WorkItem> {
  const { item } = scope;
  const { status: to, waitingFor } = edit;
  const stays = to === undefined || (to === item.status && !(to === 'waiting' && waitingFor));
  const moved = stays ? {} : movedTo(to, scope, edit, now, at);
  return { ...moved, ...waitingChanges(scope, to ?? item.status, edit, at) };
}

function movedTo(
  to: WorkItemStatus,
  scope: MovedItem,
  { waitingFor, reason }: StatusEdit,
  now: number,
  at: string,
): Partial<WorkItem> {
  const { item, actor } = scope;
  const slip = isOwnFinish(scope, now) && isOpenItem({ status: to });
  const move = slip ? UNFINISH : WORK_ITEM_MOVES[item.status].find((candidate) => candidate.to === to);
  if (!move) throw notFromHere(item.status);
  allow(actor, move.action, item);
  if (move.reason && !reason) throw wrongField(`${at}/reason`, NEEDS_REASON);
  if (to === 'waiting' && !waitingFor) throw wrongField(`${at}/waitingFor`, NEEDS_WAITING_FOR);
  if (to === 'done') requireComplete(scope);
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

function requireComplete({ deliverables, checks, project }: MovedItem): void {
  const missing = missingFor({ deliverables, checks }, project.strictChecks);
  if (missing.length === 0) return;
  throw conflict(
    'not-complete',
    { zh: '還有未完成的內容，不能標為完成。', en: 'Something is still missing, so this is not done yet.' },
    { missing },
  );
}

/** Whom a waiting work item waits for and when to ask again. Both end with the waiting. */
function waitingChanges(
  { item, actor }: Pick<MovedItem, 'item' | 'actor'>,
  status: WorkItemStatus,
  { waitingKind, followUpDay }: StatusEdit,
  at: string,
): Partial<WorkItem> {
  if (status !== 'waiting') {
    if (waitingKind !== undefined) throw wrongField(`${at}/waitingKind`, NOT_WAITING);
    if (typeof followUpDay === 'string') throw wrongField(`${at}/followUpDay`, NOT_WAITING);
    return { waitingKind: null, followUpDay: null };
  }
  const changed = difference<Pick<WorkItem, 'waitingKind' | 'followUpDay'>>(item, { waitingKind, followUpDay });
  if (!changed) return {};
  allow(actor, 'work-item.progress', item);
  if (followUpDay) requirePlannable(followUpDay, `${at}/followUpDay`);
  return changed.after;
}

/** Whoever finished work without parts by a slip of the finger takes it back at once; with parts, those are taken back. */
function isOwnFinish({ item, actor, deliverables, checks }: MovedItem, now: number): boolean {
  if (item.status !== 'done' || deliverables.length + checks.length > 0) return false;
  return item.doneBy === actor.personId && item.doneAt !== null && now - item.doneAt <= UNDO_MS;
}

const UNFINISH: Omit<Transition<WorkItemStatus>, 'to'> = { action: 'work-item.progress' };

export function requireOpen(item: WorkItem): void {
  if (!isOpenItem(item)) throw notFromHere(item.status);
}

function notFromHere(status: WorkItemStatus) {
  return conflict('not-from-here', FINISHED, { state: status });
}

export const FINISHED = {
  zh: '這個工作項目已結束，請專案經理先重新開啟。',
  en: 'This work item is finished. Its manager can reopen it.',
};
const NEEDS_REASON = { zh: '請說明原因。', en: 'Say why.' };
const NEEDS_WAITING_FOR = { zh: '請寫明在等誰或等什麼。', en: 'Say whom or what it waits for.' };
const NOT_WAITING = { zh: '狀態是「等待中」才能填寫。', en: 'Only waiting work has this.' };
