import type { Check, Deliverable, WorkItem } from '@convener/projects';
import {
  kindOf,
  type Template,
  type TemplateCheck,
  type TemplateDeliverable,
  type TemplateItem,
} from '@convener/templates';
import type { OfferedChange, RowsByPlace } from './template-offer';

const NOT_WAITING = { waitingFor: null, waitingSince: null, waitingKind: null, followUpDay: null } as const;

/** Changes of one row, found by its place. */
export interface RowChange<R> {
  row: R;
  changes: Partial<R>;
}

export interface TakenChanges {
  /** Places of work items to insert whole. */
  newItems: readonly string[];
  /** Places of parts to insert into work items that are there, by the place of the item. */
  newParts: ReadonlyMap<string, ReadonlySet<string>>;
  items: readonly RowChange<WorkItem>[];
  deliverables: readonly RowChange<Deliverable>[];
  checks: readonly RowChange<Check>[];
}

/** What the chosen changes do to the rows. `teams` are the project's sub-teams by key, `reason` says why rows fall away. */
export function takenChanges(
  after: Template,
  chosen: readonly OfferedChange[],
  rows: RowsByPlace,
  teams: ReadonlyMap<string, string>,
  reason: string,
): TakenChanges {
  const tasks = new Map(after.items.map((item) => [item.place, item]));
  const outputs = new Map(after.items.flatMap(({ deliverables }) => deliverables.map((row) => [row.place, row])));
  const points = new Map(after.items.flatMap(({ checks }) => checks.map((check) => [check.place, check])));
  const of = (kind: OfferedChange['kind']) =>
    chosen.filter((change) => change.kind === kind && change.what !== 'added');
  return {
    newItems: chosen.filter(({ kind, what }) => kind === 'item' && what === 'added').map(({ place }) => place),
    newParts: newParts(chosen),
    items: merged(of('item'), rows.items, (change) =>
      change.what === 'left-out'
        ? { status: 'not-applicable', reason, ...NOT_WAITING }
        : itemChange(change, tasks.get(change.place)!, teams),
    ),
    deliverables: merged(of('deliverable'), rows.deliverables, (change) =>
      change.what === 'left-out' ? { status: 'waived', reason } : deliverableChange(change, outputs.get(change.place)!),
    ),
    checks: merged(of('check'), rows.checks, (change) =>
      change.what === 'left-out' ? { state: 'not-applicable', reason } : checkChange(change, points.get(change.place)!),
    ),
  };
}

/** Keys of the sub-teams of the work that the changes are about or stand in. */
export function neededTeams({ items }: Pick<Template, 'items'>, chosen: readonly OfferedChange[]): Set<string> {
  const concerned = new Set(
    chosen.filter(({ what }) => what === 'added' || what === 'moved').map(({ item, place }) => item ?? place),
  );
  return new Set(items.filter(({ place }) => concerned.has(place)).map(({ team }) => team));
}

function newParts(chosen: readonly OfferedChange[]): Map<string, Set<string>> {
  const parts = new Map<string, Set<string>>();
  for (const { item, what, place } of chosen) {
    if (what !== 'added' || item === null) continue;
    parts.set(item, (parts.get(item) ?? new Set()).add(place));
  }
  return parts;
}

function merged<R extends object>(
  changes: readonly OfferedChange[],
  rows: ReadonlyMap<string, R>,
  changeOf: (change: OfferedChange) => Partial<R>,
): RowChange<R>[] {
  const found = new Map<string, RowChange<R>>();
  for (const change of changes) {
    const row = rows.get(change.place)!;
    const earlier = found.get(change.place)?.changes;
    found.set(change.place, { row, changes: { ...earlier, ...changeOf(change) } });
  }
  return [...found.values()];
}

function itemChange(
  { what }: OfferedChange,
  task: TemplateItem,
  teams: ReadonlyMap<string, string>,
): Partial<WorkItem> {
  if (what === 'reworded') return { title: task.title, titleEn: task.titleEn };
  // The days stay: a re-plan moves them.
  if (what === 're-dated') return { startRule: task.start, dueRule: task.due };
  if (what === 'duties') return { ownerRole: task.owner };
  const teamId = teams.get(task.team);
  return { stage: task.stage, workflow: task.workflow, ...(teamId && { teamId }) };
}

function deliverableChange({ what }: OfferedChange, output: TemplateDeliverable): Partial<Deliverable> {
  if (what === 'reworded') return { title: output.title, titleEn: output.titleEn };
  if (what === 're-dated') return { startRule: output.start, dueRule: output.due };
  return {
    preparer: output.preparer,
    accepter: output.accepter,
    evidence: output.evidence,
    kind: kindOf(output),
    document: output.document ?? null,
  };
}

function checkChange({ what }: OfferedChange, check: TemplateCheck): Partial<Check> {
  return what === 'reworded' ? { text: check.text } : { stage: check.stage };
}
