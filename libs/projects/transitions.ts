import type { Action } from '@convener/access';

/** The states of work, and every allowed way between them. What stands in no table is refused. */
export const WORK_ITEM_STATUSES = ['to-do', 'doing', 'waiting', 'done', 'not-applicable'] as const;
export type WorkItemStatus = (typeof WORK_ITEM_STATUSES)[number];
/** Whom waiting work waits for. */
export const WAITING_KINDS = ['client', 'vendor', 'authority', 'other'] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];
export const DELIVERABLE_STATUSES = ['open', 'submitted', 'accepted', 'delivered', 'returned', 'waived'] as const;
export type DeliverableStatus = (typeof DELIVERABLE_STATUSES)[number];
export const CHECK_STATES = ['open', 'ticked', 'not-applicable'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export interface Transition<S> {
  to: S;
  action: Action;
  /** The caller must say why. */
  reason?: true;
}

const OPEN_MOVES: Transition<WorkItemStatus>[] = [
  { to: 'to-do', action: 'work-item.progress' },
  { to: 'doing', action: 'work-item.progress' },
  { to: 'waiting', action: 'work-item.progress' },
  { to: 'done', action: 'work-item.progress' },
  { to: 'not-applicable', action: 'work-item.not-applicable', reason: true },
];

export const WORK_ITEM_MOVES: Record<WorkItemStatus, readonly Transition<WorkItemStatus>[]> = {
  'to-do': OPEN_MOVES,
  doing: OPEN_MOVES,
  waiting: OPEN_MOVES,
  done: [{ to: 'doing', action: 'work-item.reopen', reason: true }],
  'not-applicable': [{ to: 'to-do', action: 'work-item.reopen', reason: true }],
};

export type DeliverableMove = 'submit' | 'accept' | 'unaccept' | 'return' | 'waive' | 'withdraw' | 'reopen';

interface MoveRule {
  from: readonly DeliverableStatus[];
  action: Action;
  reason?: true;
}

/** `submit` ends in `submitted` where somebody accepts, else in `delivered`; `withdraw` is the undo of one's own submit, `unaccept` of one's own acceptance. */
export const DELIVERABLE_MOVES: Record<DeliverableMove, MoveRule> = {
  submit: { from: ['open', 'returned'], action: 'deliverable.submit' },
  withdraw: { from: ['submitted', 'delivered'], action: 'deliverable.submit' },
  accept: { from: ['submitted'], action: 'deliverable.accept' },
  unaccept: { from: ['accepted'], action: 'deliverable.accept' },
  return: { from: ['submitted'], action: 'deliverable.accept', reason: true },
  waive: { from: ['open', 'returned', 'submitted'], action: 'deliverable.waive', reason: true },
  reopen: { from: ['accepted', 'delivered', 'waived'], action: 'deliverable.reopen', reason: true },
};

export type CheckMove = 'tick' | 'untick' | 'not-applicable';

export const CHECK_MOVES: Record<CheckMove, { from: readonly CheckState[]; to: CheckState; reason?: true }> = {
  tick: { from: ['open', 'not-applicable'], to: 'ticked' },
  untick: { from: ['ticked', 'not-applicable'], to: 'open' },
  'not-applicable': { from: ['open', 'ticked'], to: 'not-applicable', reason: true },
};

export const OPEN_ITEM_STATUSES = ['to-do', 'doing', 'waiting'] as const satisfies readonly WorkItemStatus[];
export const SETTLED_STATUSES = ['accepted', 'delivered', 'waived'] as const satisfies readonly DeliverableStatus[];
/** Nobody has handed it in: it can be overdue. */
export const UNSUBMITTED_STATUSES = ['open', 'returned'] as const satisfies readonly DeliverableStatus[];
export const DECIDED_STATES = ['ticked', 'not-applicable'] as const satisfies readonly CheckState[];

/** A list of them for plain SQL, `('to-do', 'doing')`: our own words, never what comes from outside. */
export const sqlList = (words: readonly (WorkItemStatus | DeliverableStatus | CheckState)[]): string =>
  `(${words.map((word) => `'${word}'`).join(', ')})`;

const among = <S>(values: readonly S[], value: S): boolean => values.includes(value);

export const isOpenItem = ({ status }: { status: WorkItemStatus }): boolean =>
  among<WorkItemStatus>(OPEN_ITEM_STATUSES, status);
export const isSettled = ({ status }: { status: DeliverableStatus }): boolean =>
  among<DeliverableStatus>(SETTLED_STATUSES, status);
export const isDecided = ({ state }: { state: CheckState }): boolean => among<CheckState>(DECIDED_STATES, state);

/** How long a slip of the finger can be taken back by whoever made it, without a manager: ten minutes. */
export const UNDO_MS = 10 * 60_000;
