import { type Actor, allow } from '@convener/access';
import { difference } from '@convener/activity';
import { type Bilingual, CallerError } from '@convener/kernel';
import {
  type Check,
  type Deliverable,
  FINISHED,
  followDue,
  isOpenItem,
  isSettled,
  requireDays,
  shifted,
  statusChanges,
  type StatusEdit,
  type WorkItem,
  type WorkItemFilter,
  wrongField,
} from '@convener/projects';
import type { Stage } from '@convener/templates';

/**
 * Which work items: those named; all of a sub-team, a stage, or a stage of a sub-team; or all that a filter of the
 * checklist leaves but `except`.
 */
export interface BulkSelection {
  workItemIds?: readonly string[];
  /** Null: those that no sub-team has. */
  teamId?: string | null;
  stage?: Stage;
  /** Of these only those that nobody has: what somebody has just taken stays theirs. */
  unassigned?: boolean;
  filter?: WorkItemFilter;
  except?: readonly string[];
}

/** What all of them get. `shiftDays` moves each by so many calendar days. */
export interface BulkChange extends StatusEdit {
  assigneeId?: string | null;
  teamId?: string;
  startDay?: string;
  dueDay?: string;
  shiftDays?: number;
}

export type BulkType = 'work-item' | 'deliverable';

/** A row that a bulk change, or the undo of one, left as it is. */
export interface LeftRow {
  type: BulkType;
  id: string;
  title: string;
  titleEn: string | null;
  why: Bilingual;
}

interface Changed<R> {
  row: R;
  before: Record<string, unknown>;
  after: Partial<R>;
}

export interface BulkOutcome {
  items: Changed<WorkItem>[];
  deliverables: Changed<Deliverable>[];
  left: LeftRow[];
}

/** The work items as they stand, with their parts, and who wants to change them. */
export interface BulkGround {
  items: readonly WorkItem[];
  deliverables: ReadonlyMap<string, readonly Deliverable[]>;
  checks: ReadonlyMap<string, readonly Check[]>;
  actor: Actor;
  project: { strictChecks: boolean };
  now: number;
}

/**
 * What the change does to each work item, and to its open deliverables, whose days follow. Finished work and what can't
 * take the status stays and is named. So does what is not the caller's, where `lenient`; else it throws forbidden.
 * Changes no row yet.
 */
export function bulkOutcome(ground: BulkGround, set: BulkChange, lenient: boolean): BulkOutcome {
  const found: BulkOutcome = { items: [], deliverables: [], left: [] };
  for (const item of ground.items) {
    const changes = changesOrWhy(ground, item, set, lenient);
    if ('why' in changes) found.left.push(leftItem(item, changes.why));
    else put(found, item, changes.of, ground.deliverables.get(item.id) ?? [], set);
  }
  return found;
}

const leftItem = ({ id, title, titleEn }: WorkItem, why: Bilingual): LeftRow => ({
  ...{ type: 'work-item', id, title, titleEn, why },
});

function changesOrWhy(
  ground: BulkGround,
  item: WorkItem,
  set: BulkChange,
  lenient: boolean,
): { of: Partial<WorkItem> } | { why: Bilingual } {
  try {
    requireAllowed(ground.actor, item, set);
    if (!isOpenItem(item)) return { why: FINISHED };
    return { of: { ...fieldChanges(item, set), ...statusOf(ground, item, set) } };
  } catch (error) {
    if (!(error instanceof CallerError)) throw error;
    // Of a field every row says the same: that is the caller's to mend.
    if (error.status === 409 || (error.status === 403 && lenient)) return { why: error.text };
    throw error;
  }
}

function requireAllowed(actor: Actor, { teamId }: WorkItem, set: BulkChange): void {
  if (set.assigneeId !== undefined) allow(actor, 'work.assign', { teamId });
  if (editsFields(set)) allow(actor, 'work-item.edit', { teamId });
}

/** Whether it asks for more than another assignee or status. */
export const editsFields = ({ teamId, startDay, dueDay, shiftDays }: BulkChange): boolean =>
  [teamId, startDay, dueDay, shiftDays].some((value) => value !== undefined);

function statusOf({ actor, project, now, deliverables, checks }: BulkGround, item: WorkItem, set: BulkChange) {
  if (set.status === undefined) return {};
  const parts = { deliverables: [...(deliverables.get(item.id) ?? [])], checks: [...(checks.get(item.id) ?? [])] };
  return statusChanges({ item, actor, project, ...parts }, set, now, '/set');
}

function put(
  found: BulkOutcome,
  item: WorkItem,
  changes: Partial<WorkItem>,
  parts: readonly Deliverable[],
  set: BulkChange,
): void {
  const changed = difference(item, changes);
  if (!changed) return;
  found.items.push({ row: item, ...changed });
  const dueDay = 'dueDay' in changed.after ? (changed.after.dueDay as string | null) : item.dueDay;
  for (const row of parts.filter((part) => !isSettled(part))) {
    const days = daysAfter(row, item.dueDay, dueDay, set);
    const moved = difference<Deliverable>(row, { startDay: days.startDay, dueDay: days.dueDay });
    if (moved) found.deliverables.push({ row, ...moved });
  }
}

function daysAfter(row: Deliverable, before: string | null, after: string | null, { shiftDays }: BulkChange) {
  if (shiftDays) return shifted(row, shiftDays);
  return after === before ? row : followDue(row, before, after);
}

function fieldChanges(
  item: WorkItem,
  { shiftDays, assigneeId, teamId, startDay, dueDay }: BulkChange,
): Partial<WorkItem> {
  const moved = shiftDays ? shifted(item, shiftDays) : {};
  const changes: Partial<WorkItem> = { ...moved, ...(startDay && { startDay }), ...(dueDay && { dueDay }) };
  Object.assign(changes, { assigneeId, teamId });
  const due = changes.dueDay ?? item.dueDay;
  const start = changes.startDay ?? item.startDay;
  if (start && due && start > due) {
    // Only one of the two was given: the other follows, as a work item never starts after it is due.
    return startDay ? { ...changes, dueDay: start } : { ...changes, startDay: due };
  }
  return changes;
}

/** A slip must not touch the whole project: something has to be chosen, and something to change. */
export function requireUsable({ workItemIds, teamId, stage, filter }: BulkSelection, set: BulkChange): void {
  if (!workItemIds && teamId === undefined && !stage && !filter)
    throw wrongField('/select', {
      zh: '請選擇工作項目、小組、階段或篩選條件。',
      en: 'Choose work items, a sub-team, a stage or a filter.',
    });
  if (Object.values(set).every((value) => value === undefined))
    throw wrongField('/set', { zh: '請填寫要更改的內容。', en: 'Say what to change.' });
  requireDays({ startDay: set.startDay ?? null, dueDay: set.dueDay ?? null }, set, '/set');
}
