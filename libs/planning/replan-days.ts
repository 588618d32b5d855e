import { type Day, earlier, later } from '@convener/kernel';
import { type Deliverable, followDue, type WorkItem } from '@convener/projects';
import { squeezeInto, type StartAnswers } from '@convener/templates';
import { type RowRules, sameDays, storedPlan, widened } from './replan-rules';
import { isClosed, isDoneRow, keptOf, shown, type Structure } from './replan-structure';
import type { ReplanChoices, ReplanRow, ReplanWorld, RowDays, Why } from './replan.types';

export interface Moved<R> {
  row: R;
  /** What the rules now say; null where it stays out of step with them. */
  planned: RowDays | null;
  days: RowDays;
  handSet: boolean;
}

export interface Days {
  rows: ReplanRow[];
  items: Moved<WorkItem>[];
  deliverables: Moved<Deliverable>[];
  /** Where a row stands whose planned day is already past. */
  ahead(days: RowDays): RowDays;
}

interface Turn {
  world: ReplanWorld;
  rules: RowRules;
  structure: Structure;
  choices: ReplanChoices;
  next: StartAnswers;
}

/** One row under consideration. */
interface Plan<R> {
  row: R;
  item: WorkItem;
  planned: RowDays;
  /** The rules now say something else of it than when it was last planned. */
  differs: boolean;
  comesBack: boolean;
  late: boolean;
  kept: ReturnType<typeof keptOf>;
  why: Why[];
}

/** Which rows move and whereto, once it is known which rows there are. */
export function daysOfRows(turn: Turn): Days {
  const { world, structure, next } = turn;
  const deliverables = new Map<string, Plan<Deliverable>[]>();
  const live = world.items.filter((item) => isLive(item, structure));
  const liveIds = new Map(live.map((item) => [item.id, item]));
  for (const row of world.deliverables) {
    const item = liveIds.get(row.workItemId);
    if (!item || !isLive(row, structure)) continue;
    const planned = turn.rules.days(row, item, 'after');
    const before = storedPlan(row) ?? turn.rules.days(row, item, 'before');
    deliverables.set(item.id, [...(deliverables.get(item.id) ?? []), planOf(turn, row, item, planned, before)]);
  }
  const items = live.map((item) => itemPlan(turn, item));
  const all = [...items, ...[...deliverables.values()].flat()];
  const past = [
    ...all
      .filter(({ late, differs, comesBack, kept }) => late && (differs || comesBack) && !kept)
      .map(({ planned }) => planned),
    ...[...structure.newItems, ...structure.newDeliverables.map(({ row }) => row)]
      .map(({ ruled }) => ruled)
      .filter(({ dueDay }) => dueDay < world.today),
  ];
  const ahead = squeezing(past, world, next);
  const found: Days = { rows: [], items: [], deliverables: [], ahead };
  for (const item of items) settle(turn, item, deliverables.get(item.row.id) ?? [], ahead, found);
  return found;
}

/** In work once the re-plan is done, or done already; what it takes away or somebody took out is not looked at. */
function isLive(row: WorkItem | Deliverable, { fates, rows }: Structure): boolean {
  const fate = fates.get(row.id);
  if (fate !== undefined) return fate === 'comes-back';
  // A row that stays against the plan stays as it is.
  return !isClosed(row) && !rows.some(({ id }) => id === row.id);
}

function planOf<R extends WorkItem | Deliverable>(
  { rules, structure, choices, world }: Turn,
  row: R,
  item: WorkItem,
  planned: RowDays,
  before: RowDays,
): Plan<R> {
  const differs = rules.has(row) && !sameDays(planned, before);
  const done = isDoneRow(row);
  const late = !done && rules.has(row) && planned.dueDay !== null && planned.dueDay < world.today;
  const kept = keptOf(row.id, 'moves', choices, { done, handSet: row.handSet, late });
  const comesBack = structure.fates.get(row.id) === 'comes-back';
  return { row, item, planned, differs, comesBack, late, kept, why: differs ? whys(rules, row, item) : [] };
}

function itemPlan(turn: Turn, item: WorkItem): Plan<WorkItem> {
  const { rules, structure, world } = turn;
  const own = world.deliverables.filter((row) => row.workItemId === item.id && rules.isTemplates(row, item));
  const stays = own.filter((row) => {
    const fate = structure.fates.get(row.id);
    return fate === undefined ? row.setAsideBy === null : fate === 'comes-back';
  });
  const fresh = structure.newDeliverables.filter((one) => one.item === item).map(({ row }) => row.ruled);
  const days = (when: 'before' | 'after', parts: readonly Deliverable[]) =>
    widened(
      rules.days(item, item, when),
      parts.map((row) => rules.days(row, item, when)),
    );
  const after = days('after', stays);
  // A workflow may have brought an item without deliverables that stood elsewhere, so only its own rules tell.
  const elsewhere = item.templateSlug !== world.project.templateSlug;
  const before =
    (elsewhere ? null : storedPlan(item)) ??
    days(
      'before',
      own.filter((row) => row.setAsideBy === null),
    );
  return planOf(turn, item, item, widened(after, fresh), before);
}

function whys(rules: RowRules, row: WorkItem | Deliverable, item: WorkItem): Why[] {
  const found = rules.why(row, item);
  return found.some(({ code }) => code === 'anchor') ? found : [CALENDAR, ...found];
}

/** Days of what is already past, brought into what is left before opening, in their order. */
function squeezing(
  past: readonly RowDays[],
  { today, calendar }: ReplanWorld,
  { opening }: StartAnswers,
): Days['ahead'] {
  const earliest = past.flatMap(({ startDay, dueDay }) => startDay ?? dueDay ?? []).reduce(earlier, today);
  const squeeze = squeezeInto(earliest, today, opening);
  const working = (day: Day) => (day < opening ? earlier(calendar.onOrAfter(day), opening) : calendar.onOrAfter(day));
  return ({ startDay, dueDay }) => {
    if (dueDay === null || dueDay >= today) return { startDay, dueDay };
    const due = working(later(squeeze(dueDay), today));
    return { startDay: startDay && earlier(squeeze(startDay), due), dueDay: due };
  };
}

/** Brings a work item and its deliverables to their days, so that none ends up outside of it. */
function settle(
  turn: Turn,
  item: Plan<WorkItem>,
  parts: readonly Plan<Deliverable>[],
  ahead: Days['ahead'],
  found: Days,
): void {
  const pinned = item.kept !== null && !isDoneRow(item.row);
  const moved = parts.map((part) => {
    const target = targetOf(part, ahead);
    const clamped = pinned && !part.comesBack ? within(target, item.row.dueDay) : target;
    return { part, days: part.kept ? nowOf(part.row) : clamped };
  });
  const fresh = turn.structure.newDeliverables
    .filter((one) => one.item === item.row)
    .map(({ row }) => ahead(row.ruled));
  const changed = moved.filter(({ part, days }) => !sameDays(days, nowOf(part.row)));
  const own = targetOf(item, ahead);
  const touched = !sameDays(own, nowOf(item.row)) || changed.length > 0 || fresh.length > 0;
  const around = moved.filter(({ part }) => turn.rules.has(part.row) && !isDoneRow(part.row)).map(({ days }) => days);
  const wanted = touched ? widened(own, [...around, ...fresh]) : own;
  const days = item.kept ? nowOf(item.row) : wanted;
  const follows = item.why.length > 0 || sameDays(wanted, nowOf(item.row)) ? item.why : partsWhy(changed);
  put(turn, { ...item, why: follows }, days, wanted, 'work-item', found.rows, found.items);
  for (const { part, days: at } of moved) {
    const led = turn.rules.has(part.row) || isDoneRow(part.row) ? at : followed(turn, part, item.row, days);
    const why = turn.rules.has(part.row) || sameDays(led, nowOf(part.row)) ? part.why : [FOLLOWS];
    const wish = part.kept && turn.rules.has(part.row) ? targetOf(part, ahead) : led;
    put(turn, { ...part, why }, led, wish, 'deliverable', found.rows, found.deliverables);
  }
}

function partsWhy(changed: readonly { part: Plan<Deliverable> }[]): Why[] {
  const all = changed.flatMap(({ part }) => part.why);
  return all.length === 0 ? [FOLLOWS] : [...new Map(all.map((why) => [`${why.code} ${why.key}`, why])).values()];
}

function targetOf(plan: Plan<WorkItem | Deliverable>, ahead: Days['ahead']): RowDays {
  const now = nowOf(plan.row);
  if (plan.differs) return plan.late ? ahead(plan.planned) : plan.planned;
  return plan.comesBack && !plan.row.handSet ? ahead(now) : now;
}

function within({ startDay, dueDay }: RowDays, last: Day | null): RowDays {
  if (last === null || dueDay === null || dueDay <= last) return { startDay, dueDay };
  return { startDay: startDay && earlier(startDay, last), dueDay: last };
}

/** A deliverable without a rule stays due with its work item. */
function followed({ choices }: Turn, { row }: Plan<Deliverable>, item: WorkItem, { dueDay }: RowDays): RowDays {
  const now = nowOf(row);
  if (dueDay === item.dueDay || choices.keep?.includes(row.id)) return now;
  const { startDay, dueDay: due } = followDue(now, item.dueDay, dueDay);
  return { startDay, dueDay: due };
}

const nowOf = ({ startDay, dueDay }: RowDays): RowDays => ({ startDay, dueDay });

/** Lists the row where something visible happens or is held back, and remembers what the rules now say. */
function put<R extends WorkItem | Deliverable>(
  { world, structure, choices }: Turn,
  plan: Plan<R>,
  days: RowDays,
  wanted: RowDays,
  type: 'work-item' | 'deliverable',
  rows: ReplanRow[],
  into: Moved<R>[],
): void {
  const { row, item, kept, differs, planned } = plan;
  const now = nowOf(row);
  const chosen = kept === 'chosen' && !isDoneRow(row);
  const back = structure.rows.find((listed) => listed.id === row.id);
  if (back) Object.assign(back, { before: now, after: days, why: [...back.why, ...plan.why] });
  else if (!sameDays(wanted, now)) {
    const stays = sameDays(days, now) ? kept : null;
    const listed = shown(world, { type, item, wants: 'moves', kept: stays, why: plan.why }, row);
    rows.push({ ...listed, before: now, after: stays ? wanted : days });
  }
  const moves = !sameDays(days, now);
  const learns = differs && kept === null;
  const pins = chosen && differs && !row.handSet;
  if (!moves && !learns && !pins) return;
  const released = choices.alsoHandSet === true || choices.move?.includes(row.id) === true;
  const handSet = pins || (row.handSet && !(released && moves));
  into.push({ row, planned: learns ? planned : null, days, handSet });
}

const CALENDAR: Why = {
  code: 'calendar',
  key: '',
  zh: '辦公日曆或專案自訂日改變',
  en: 'The office calendar or the project’s own days changed',
};
const FOLLOWS: Why = {
  code: 'follows',
  key: '',
  zh: '跟著所屬工作項目或交付項目',
  en: 'Follows its work item or deliverables',
};
