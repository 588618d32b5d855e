import { compareTemplates, type TemplateDifference } from '@convener/house-templates';
import type { Check, Deliverable, WorkItem } from '@convener/projects';
import { applyAnswers, applyMerges, type MergedItem, type Template } from '@convener/templates';

/** How far the row of a change is in the project. */
export type Touched = 'finished' | 'begun' | 'untouched';

export interface OfferedChange extends TemplateDifference {
  touched: Touched;
  /** Whether it can be taken into the project; the others are told only. */
  takes: boolean;
}

/** What stands in the project, by place. */
export interface RowsByPlace {
  items: ReadonlyMap<string, WorkItem>;
  deliverables: ReadonlyMap<string, Deliverable>;
  checks: ReadonlyMap<string, Check>;
  /** Of each work item by its id. */
  begun: ReadonlySet<string>;
}

export function rowsByPlace(
  items: readonly WorkItem[],
  deliverables: readonly Deliverable[],
  checks: readonly Check[],
): RowsByPlace {
  const begun = new Set([
    ...items.filter(({ status }) => status !== 'to-do').map(({ id }) => id),
    ...deliverables.filter(({ status }) => status !== 'open').map(({ workItemId }) => workItemId),
    ...checks.filter(({ state }) => state !== 'open').map(({ workItemId }) => workItemId),
  ]);
  return { items: byPlace(items), deliverables: byPlace(deliverables), checks: byPlace(checks), begun };
}

function byPlace<R extends { place: string | null }>(rows: readonly R[]): Map<string, R> {
  return new Map(rows.flatMap((row) => (row.place === null ? [] : [[row.place, row] as const])));
}

type Answers = Readonly<Record<string, string | boolean>>;

/** What the project's answers keep of a template. */
export function answered(template: Template, answers: Answers): Template & { items: readonly MergedItem[] } {
  const { items } = applyMerges(template, applyAnswers(template, answers).items, answers);
  return { ...template, items };
}

/**
 * What a newer version of a project's template would change in it: rows that its answers leave out are not offered, nor
 * what it already has or no longer has. Finished work is never changed.
 */
export function offeredChanges(
  before: Template,
  after: Template,
  answers: Answers,
  rows: RowsByPlace,
): OfferedChange[] {
  return compareTemplates(answered(before, answers), answered(after, answers))
    .filter((change) => concerns(change, rows))
    .map((change) => {
      const touched = touchedOf(change, rows);
      return { ...change, touched, takes: canBeTaken(change, touched) };
    });
}

function concerns({ kind, what, place, item }: TemplateDifference, rows: RowsByPlace): boolean {
  if (!isRow(kind)) return true;
  const present = rowsOf(kind, rows).has(place);
  if (what !== 'added') return present;
  return !present && (item === null || rows.items.has(item));
}

function touchedOf({ kind, place, item }: TemplateDifference, rows: RowsByPlace): Touched {
  const holder = rows.items.get(kind === 'item' ? place : (item ?? ''));
  if (!holder) return 'untouched';
  if (isFinished(holder)) return 'finished';
  if (kind === 'item') return rows.begun.has(holder.id) ? 'begun' : 'untouched';
  const deliverable = rows.deliverables.get(place);
  const check = rows.checks.get(place);
  if (deliverable && ['accepted', 'delivered', 'waived'].includes(deliverable.status)) return 'finished';
  if (check && check.state !== 'open') return 'finished';
  return deliverable && deliverable.status !== 'open' ? 'begun' : 'untouched';
}

function canBeTaken({ kind, what }: TemplateDifference, touched: Touched): boolean {
  if (!isRow(kind) || touched === 'finished') return false;
  if (what === 'left-out') return touched === 'untouched';
  return what !== 'condition' && what !== 'predecessors';
}

export const isFinished = ({ status }: Pick<WorkItem, 'status'>): boolean =>
  status === 'done' || status === 'not-applicable';

type RowKind = 'item' | 'deliverable' | 'check';
const isRow = (kind: TemplateDifference['kind']): kind is RowKind =>
  kind === 'item' || kind === 'deliverable' || kind === 'check';

function rowsOf(kind: RowKind, { items, deliverables, checks }: RowsByPlace): ReadonlyMap<string, unknown> {
  return { item: items, deliverable: deliverables, check: checks }[kind];
}
