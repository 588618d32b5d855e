import { type Actor, can } from '@convener/access';
import { conflict } from '@convener/kernel';
import type { Crew } from '@convener/teams';
import type { Deliverable } from './deliverable.entity';
import { DELIVERABLE_MOVES, type DeliverableMove, type DeliverableStatus, isOpenItem, UNDO_MS } from './transitions';
import type { WorkItem } from './work-item.entity';

type Submitted = Pick<Deliverable, 'status' | 'submittedBy' | 'submittedAt'>;
type Settled = Pick<Deliverable, 'status' | 'settledBy' | 'settledAt'>;

/** Whether the person's own submit can still be taken back without a manager. */
export function mayWithdraw({ status, submittedBy, submittedAt }: Submitted, actor: Actor, now: number): boolean {
  if (submittedBy !== actor.personId) return false;
  return status === 'submitted' || (status === 'delivered' && submittedAt !== null && now - submittedAt <= UNDO_MS);
}

/** Whether the person's own acceptance can still be taken back without a manager. */
export function mayUnaccept({ status, settledBy, settledAt }: Settled, actor: Actor, now: number): boolean {
  return status === 'accepted' && settledBy === actor.personId && settledAt !== null && now - settledAt <= UNDO_MS;
}

/** Nobody accepts their own, except a manager who has no other manager beside them. */
export function isSoleManager(actor: Actor, crew: Crew): boolean {
  return can(actor, 'project.edit') && crew.managers.every((id) => id === actor.personId);
}

/** Throws conflict (409) where the deliverable can't be moved so, or its work item is finished and nothing is undone. */
export function requireMove(
  { deliverable, item }: { deliverable: Pick<Deliverable, 'status'>; item: Pick<WorkItem, 'status'> },
  move: DeliverableMove,
): void {
  const undoes = move === 'reopen' || (move === 'unaccept' && item.status === 'done');
  if (!isOpenItem(item) && !undoes) {
    throw conflict(
      'item-not-open',
      {
        zh: '這個工作項目已結束，請專案經理先重新開啟。',
        en: 'This work item is finished. Its manager can reopen it.',
      },
      { state: item.status },
    );
  }
  if (!DELIVERABLE_MOVES[move].from.includes(deliverable.status)) {
    throw conflict(
      'not-from-here',
      {
        zh: `交付項目目前是「${IN_WORDS[deliverable.status]}」，不能這樣做。`,
        en: `The deliverable is "${deliverable.status}", so this can't be done now.`,
      },
      { state: deliverable.status, allowedFrom: DELIVERABLE_MOVES[move].from },
    );
  }
}

const IN_WORDS: Record<DeliverableStatus, string> = {
  open: '未交出',
  submitted: '待驗收',
  accepted: '已驗收',
  delivered: '已交付',
  returned: '已退回',
  waived: '免交付',
};
