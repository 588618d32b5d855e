import { yearOf } from '@convener/kernel';
import type { Check, Deliverable, Milestone, WorkItem } from '@convener/projects';
import { sourceOf } from '@convener/projects';
import {
  type PlannedDeliverable,
  type PlannedItem,
  planProject,
  type ProjectPlan,
  type StartAnswers,
} from '@convener/templates';
import { answersAfter, answersNow, turnAnchors } from './replan-answers';
import { type Days, daysOfRows, type Moved } from './replan-days';
import { rowRules, widened } from './replan-rules';
import { keptOf, shown, type Structure, structureOf, isClosed } from './replan-structure';
import type { Replan, ReplanAnswers, ReplanChoices, ReplanRow, ReplanWorld, RowChange, RowDays } from './replan.types';

/** Before anything could be late: so a plan holds what the rules alone say. */
const NO_DAY = '1900-01-01';

/**
 * What becomes of a project when answers change, or the calendar has: which rows move, appear, fall away or come back,
 * each with the reason, and which stay because they are done, begun, set by hand or kept by choice. Pure; the preview
 * and the change itself both use it. The answers must have no problem (`replanProblems`).
 */
export function replanOf(world: ReplanWorld, input: ReplanAnswers, choices: ReplanChoices = {}): Replan {
  const now = answersNow(world);
  const next = answersAfter(now, input);
  const pinned = new Set(choices.keep ?? []);
  const turn = turnAnchors(world, now, next, pinned);
  const plan = (answers: StartAnswers) => planProject(world.template, answers, world.calendar, NO_DAY);
  const plans = { before: plan(now), after: plan(next) };
  const structure = structureOf(world, plans, { now, next }, choices);
  const rules = rowRules(world, now, next, turn);
  const days = daysOfRows({ world, rules, structure, choices, next });
  const milestones = milestoneMoves(
    world,
    turnAnchors(world, now, next, new Set()).milestones,
    turn.milestones,
    choices,
  );
  const merged = mergedSources(world, plans, structure);
  datesOfNew(structure, days);
  return {
    rows: [...milestones.rows, ...structure.rows, ...days.rows],
    answers: {
      opening: next.opening,
      closing: next.closing,
      anchors: { ...next.anchors },
      options: { ...next.options },
    },
    anchors: turn.anchors,
    leftOut: leftOutAfter(world, plans.after, structure),
    items: itemChanges(world, structure, days.items),
    deliverables: deliverableChanges(world, structure, days.deliverables, merged),
    checks: world.checks.flatMap((row) => fateOfCheck(row, structure)),
    milestones: milestones.changes,
    newItems: structure.newItems.map((item) => ({
      ...dated(item, days, world),
      deliverables: item.deliverables.map((row) => dated(row, days, world)),
    })),
    newDeliverables: structure.newDeliverables.map(({ item, row }) => ({
      workItemId: item.id,
      row: dated(row, days, world),
    })),
    newChecks: structure.newChecks.map(({ item, check }) => ({ workItemId: item.id, check })),
  };
}

/** What is new and would already be past comes into what is left, a work item around its parts. */
function newDays(row: PlannedItem | PlannedDeliverable, { ahead }: Days): RowDays {
  return widened(ahead(row.ruled), 'deliverables' in row ? row.deliverables.map(({ ruled }) => ahead(ruled)) : []);
}

function dated<T extends PlannedItem | PlannedDeliverable>(row: T, days: Days, { calendar }: ReplanWorld): T {
  const { startDay, dueDay } = newDays(row, days) as { startDay: string; dueDay: string };
  return { ...row, startDay, dueDay, dayBasis: calendar.basis(yearOf(dueDay)) };
}

function datesOfNew({ rows, newItems, newDeliverables }: Structure, days: Days): void {
  const fresh = [...newItems, ...newDeliverables.map(({ row }) => row)];
  for (const row of rows.filter(({ wants, type }) => wants === 'appears' && type !== 'check')) {
    const planned = fresh.find(({ place }) => place === row.place);
    if (planned) row.after = newDays(planned, days);
  }
}

function milestoneMoves(
  world: ReplanWorld,
  wanted: ReadonlyMap<string, string>,
  becomes: ReadonlyMap<string, string>,
  choices: ReplanChoices,
): { rows: ReplanRow[]; changes: RowChange<Milestone>[] } {
  const rows: ReplanRow[] = [];
  const changes: RowChange<Milestone>[] = [];
  for (const row of world.milestones) {
    const day = becomes.get(row.key)!;
    const wish = wanted.get(row.key)!;
    if (wish === row.day) continue;
    const kept = keptOf(row.id, 'moves', choices, {});
    const why = {
      code: 'rule' as const,
      key: row.rule ?? '',
      zh: `依規則「${row.rule}」`,
      en: `By its rule "${row.rule}"`,
    };
    const about = { type: 'milestone' as const, item: NOBODY, wants: 'moves' as const, kept, why: [why] };
    const listed = shown(world, about, {
      id: row.id,
      place: null,
      code: row.key,
      title: row.name,
      titleEn: row.nameEn,
    });
    rows.push({ ...listed, before: { startDay: null, dueDay: row.day }, after: { startDay: null, dueDay: wish } });
    if (kept === null) changes.push({ row, changes: { day } });
  }
  return { rows, changes };
}

/** A milestone belongs to no sub-team. */
const NOBODY = { teamId: null } as WorkItem;

/** Target deliverables whose sources or accepter a merge changes, by id. */
function mergedSources(
  { template, deliverables }: ReplanWorld,
  plans: { before: ProjectPlan; after: ProjectPlan },
  { fates }: Structure,
): Map<string, Partial<Deliverable>> {
  const planned = (plan: ProjectPlan) =>
    new Map(plan.items.flatMap((item) => item.deliverables.map((row) => [row.place, row] as const)));
  const [before, after] = [planned(plans.before), planned(plans.after)];
  const titles = new Map(template.items.flatMap((item) => item.deliverables.map(({ place, title }) => [place, title])));
  const editions = new Map(template.standards.map(({ slug, edition }) => [slug, edition]));
  const isAlive = (place: string) =>
    deliverables.some(
      (row) => row.place === place && (fates.get(row.id) === 'comes-back' || (!fates.has(row.id) && !isClosed(row))),
    );
  const found = new Map<string, Partial<Deliverable>>();
  for (const row of deliverables) {
    const [was, is] = [before.get(row.place ?? ''), after.get(row.place ?? '')];
    if (!was || !is || was.sources.join() === is.sources.join() || !isAlive(row.place!)) continue;
    const places = is.sources.filter((place) => place === row.place || !isAlive(place));
    if (places.join() === row.sources.map(({ place }) => place).join()) continue;
    const sources = places.map((place) => sourceOf(place, { titles, editions }));
    // An accepter that somebody chose stays.
    const accepter = row.accepter === was.accepter ? is.accepter : row.accepter;
    found.set(row.id, { sources, accepter });
  }
  return found;
}

/** What the project does not get after the change; what stays against the plan is not left out. */
function leftOutAfter(world: ReplanWorld, plan: ProjectPlan, { fates }: Structure): Replan['leftOut'] {
  const present = new Set(
    [...world.items, ...world.deliverables, ...world.checks]
      .filter((row) => !fates.has(row.id) && !isClosed(row))
      .flatMap(({ place }) => place ?? []),
  );
  const others = world.project.leftOut.filter(({ reason }) => reason.code !== 'option' && reason.code !== 'merged');
  return [...others, ...plan.leftOut.filter(({ place }) => !present.has(place))];
}

type DayColumns = Partial<
  Pick<WorkItem, 'startDay' | 'dueDay' | 'plannedStartDay' | 'plannedDueDay' | 'handSet' | 'dayBasis'>
>;

function dayChanges<R extends WorkItem | Deliverable>(
  moved: Moved<R> | undefined,
  { calendar }: ReplanWorld,
): DayColumns {
  if (!moved) return {};
  const { row, planned, days, handSet } = moved;
  return {
    ...days,
    handSet,
    ...(planned && { plannedStartDay: planned.startDay, plannedDueDay: planned.dueDay }),
    ...(days.dueDay !== row.dueDay && days.dueDay && row.dayBasis && { dayBasis: calendar.basis(yearOf(days.dueDay)) }),
  };
}

const reasonOf = ({ rows }: Structure, id: string) =>
  rows.find((row) => row.id === id)?.why.map(({ zh, en }) => `${zh} / ${en}`)[0] ?? null;

function itemChanges(
  world: ReplanWorld,
  structure: Structure,
  moved: readonly Moved<WorkItem>[],
): RowChange<WorkItem>[] {
  const days = new Map(moved.map((one) => [one.row.id, one]));
  return world.items.flatMap((row) => {
    const fate = structure.fates.get(row.id);
    const changes: Partial<WorkItem> = dayChanges(days.get(row.id), world);
    if (fate === 'falls-away')
      Object.assign(changes, {
        status: 'not-applicable',
        reason: reasonOf(structure, row.id),
        waitingFor: null,
        waitingSince: null,
        waitingKind: null,
        followUpDay: null,
      });
    if (fate === 'comes-back') Object.assign(changes, { status: 'to-do', reason: null });
    return Object.keys(changes).length === 0 ? [] : [{ row, changes }];
  });
}

function deliverableChanges(
  world: ReplanWorld,
  structure: Structure,
  moved: readonly Moved<Deliverable>[],
  merged: ReadonlyMap<string, Partial<Deliverable>>,
): RowChange<Deliverable>[] {
  const days = new Map(moved.map((one) => [one.row.id, one]));
  return world.deliverables.flatMap((row) => {
    const fate = structure.fates.get(row.id);
    const changes: Partial<Deliverable> = { ...dayChanges(days.get(row.id), world), ...merged.get(row.id) };
    if (fate === 'falls-away') Object.assign(changes, { status: 'waived', reason: reasonOf(structure, row.id) });
    if (fate === 'comes-back')
      Object.assign(changes, { status: 'open', reason: null, settledBy: null, settledAt: null });
    return Object.keys(changes).length === 0 ? [] : [{ row, changes }];
  });
}

function fateOfCheck(row: Check, structure: Structure): RowChange<Check>[] {
  const fate = structure.fates.get(row.id);
  if (fate === 'falls-away')
    return [{ row, changes: { state: 'not-applicable', reason: reasonOf(structure, row.id) } }];
  if (fate === 'comes-back')
    return [{ row, changes: { state: 'open', reason: null, decidedBy: null, decidedAt: null } }];
  return [];
}
