import { type Day, newId } from '@convener/kernel';
import { type Check, type Deliverable, positionAtEnd, type WorkItem } from '@convener/projects';

/** The own work of the edition before that the next one keeps. */
export interface OwnWork {
  /** In the order of the edition before. */
  items: readonly WorkItem[];
  deliverables: ReadonlyMap<string, readonly Deliverable[]>;
  checks: ReadonlyMap<string, readonly Check[]>;
}

export interface EditionContext {
  projectId: string;
  now: number;
  lastPosition: number | null;
  /** New sub-team by the old one's id. */
  teamOf(teamId: string | null): string | null;
  /** Whoever was kept keeps their work. */
  assigneeOf(personId: string | null): string | null;
  move(day: Day | null): Day | null;
}

/** The own work anew, nothing of it done: rows of the next edition. */
export function carriedRows(work: OwnWork, context: EditionContext) {
  const ids = new Map(work.items.map(({ id }) => [id, newId()]));
  return {
    items: work.items.map((item, index) => itemRow(item, ids.get(item.id)!, index, context)),
    deliverables: work.items.flatMap(({ id }) =>
      (work.deliverables.get(id) ?? []).map((row, index) => deliverableRow(row, ids.get(id)!, index, context)),
    ),
    checks: work.items.flatMap(({ id }) =>
      (work.checks.get(id) ?? []).map((check, index) => checkRow(check, ids.get(id)!, index, context)),
    ),
  };
}

function itemRow(item: WorkItem, id: string, index: number, context: EditionContext): Partial<WorkItem> {
  const { stage, workflow, title, titleEn, ownerRole, level } = item;
  return {
    ...{ id, projectId: context.projectId, stage, workflow, title, titleEn, ownerRole, level, code: null },
    position: positionAtEnd(context.lastPosition, index),
    teamId: context.teamOf(item.teamId),
    assigneeId: context.assigneeOf(item.assigneeId),
    source: 'own',
    ...daysOf(item, context),
    status: 'to-do',
    createdAt: context.now,
    version: 1,
  };
}

function deliverableRow(
  row: Deliverable,
  workItemId: string,
  position: number,
  context: EditionContext,
): Partial<Deliverable> {
  const { title, titleEn, preparer, accepter, evidence, kind, document } = row;
  return {
    ...{ id: newId(), projectId: context.projectId, workItemId, position, code: null },
    ...{ title, titleEn, preparer, accepter, evidence, kind, document, source: 'own' as const, sources: [] },
    ...daysOf(row, context),
    status: 'open',
    selfAccepted: false,
    version: 1,
  };
}

function checkRow(
  { stage, text }: Check,
  workItemId: string,
  position: number,
  context: EditionContext,
): Partial<Check> {
  return {
    ...{ id: newId(), projectId: context.projectId, workItemId, position, stage, text },
    ...{ code: null, source: 'own' as const, state: 'open' as const, version: 1 },
  };
}

/** A day at the edge of a weekend must not turn the row round. */
function daysOf(
  { startDay, dueDay, dueTime }: Pick<WorkItem, 'startDay' | 'dueDay' | 'dueTime'>,
  { move }: EditionContext,
) {
  const due = move(dueDay);
  const start = move(startDay);
  const days = { startDay: start && due && start > due ? due : start, dueDay: due };
  return { ...days, dueTime, baselineStartDay: days.startDay, baselineDueDay: days.dueDay };
}
