import { addDays, type Day, daysBetween, groupBy, later } from '@convener/kernel';
import type { WorkingCalendar } from './calendar';

/** One row of work in the network of predecessors. */
export interface NetworkNode {
  id: string;
  startDay: Day | null;
  dueDay: Day | null;
  /** As they were agreed on: an overlap of predecessor and successor that was planned stays allowed. */
  baselineStartDay: Day | null;
  baselineDueDay: Day | null;
  /** When it was finished; null while it is open, and for what is not applicable, which nothing waits for. */
  doneDay: Day | null;
  open: boolean;
  /** Somebody is at work on it already, so that nothing holds up its beginning any more. */
  begun: boolean;
  /** The latest finish that does no harm; null where none is known. */
  limitDay: Day | null;
}

/** Finish-to-start: `to` begins `lag` after `from` is finished; a negative lag is a lead. */
export interface NetworkEdge {
  from: string;
  to: string;
  lagDays: number;
  lagUnit: 'days' | 'working days';
}

export const LAG_UNITS = ['days', 'working days'] as const satisfies readonly NetworkEdge['lagUnit'][];

/** When an open row is to be expected. */
export interface Forecast {
  startDay: Day;
  finishDay: Day;
  /** So many calendar days its predecessors push it back; 0 where they leave it alone. */
  pushDays: number;
  /** The predecessor that pushes it. */
  pushedBy: string | null;
}

export interface Float {
  /** Calendar days that the expected finish can slip without harm; negative where it already does harm. */
  days: number;
  /** Whether no row that leads to a limit has less. */
  critical: boolean;
}

type Counting = Pick<WorkingCalendar, 'addWorkingDays'>;
type Link = Pick<NetworkEdge, 'from' | 'to'>;
interface Days {
  start: Day;
  due: Day;
}

/** The ids of a way round (`A, B, A`) among these edges, or null where there is none. */
export function cycleOf(edges: readonly Link[]): string[] | null {
  const next = targets(edges, 'from', 'to');
  const settled = new Set<string>();
  for (const first of next.keys()) {
    const way: { id: string; left: string[] }[] = [];
    const enter = (id: string) => way.push({ id, left: [...(next.get(id) ?? [])] });
    if (!settled.has(first)) enter(first);
    for (let top = way.at(-1); top; top = way.at(-1)) {
      const id = top.left.pop();
      if (id === undefined) {
        settled.add(top.id);
        way.pop();
        continue;
      }
      const start = way.findIndex((step) => step.id === id);
      if (start >= 0) return [...way.slice(start).map((step) => step.id), id];
      if (!settled.has(id)) enter(id);
    }
  }
  return null;
}

/**
 * When each open row with days is to be expected: one past its due day is finished `today` at the earliest, and what
 * waits for it begins later by what goes beyond the slack between them. Where everything is on time nothing is pushed.
 * `edges` hold no cycle.
 */
export function forecast(
  nodes: readonly NetworkNode[],
  edges: readonly NetworkEdge[],
  calendar: Counting,
  today: Day,
): Map<string, Forecast> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const incoming = groupBy(edges, ({ to }) => to);
  const found = new Map<string, Forecast>();
  for (const node of inOrder(nodes, edges)) {
    const days = daysOf(node);
    if (!node.open || !days) continue;
    let push: Pick<Forecast, 'pushDays' | 'pushedBy'> = { pushDays: 0, pushedBy: null };
    for (const edge of node.begun ? [] : (incoming.get(node.id) ?? [])) {
      // What is done, however late, holds nobody up any more.
      const before = byId.get(edge.from);
      const finish = before && found.get(before.id)?.finishDay;
      if (!before || !finish) continue;
      const pushDays = daysBetween(days.start, earliestStart(edge, before, node, finish, calendar));
      if (pushDays > push.pushDays) push = { pushDays, pushedBy: before.id };
    }
    const finishDay = later(addDays(days.due, push.pushDays), today);
    found.set(node.id, { startDay: addDays(days.start, push.pushDays), finishDay, ...push });
  }
  return found;
}

/** Who pushes a row, from its nearest predecessor back to the row where the delay began. */
export function chainOf(forecasts: ReadonlyMap<string, Forecast>, id: string): string[] {
  const chain: string[] = [];
  for (let by = forecasts.get(id)?.pushedBy; by; by = forecasts.get(by)?.pushedBy) chain.push(by);
  return chain;
}

/** How far the expected finish of each open row can slip before the row, or one that waits for it, misses its limit. */
export function floats(
  nodes: readonly NetworkNode[],
  edges: readonly NetworkEdge[],
  calendar: Counting,
  forecasts: ReadonlyMap<string, Forecast>,
): Map<string, Float> {
  const latest = latestFinishes(nodes, edges, calendar);
  const days = new Map<string, number>();
  for (const [id, { finishDay }] of forecasts) {
    const limit = latest.get(id);
    if (limit) days.set(id, daysBetween(finishDay, limit));
  }
  const least = [...days.values()].reduce((least, one) => Math.min(least, one), Infinity);
  return new Map([...days].map(([id, own]) => [id, { days: own, critical: own === least }]));
}

/** The longest chain of critical rows, each waiting for the one before it; of equal ones that which ends first. */
export function criticalPath(
  nodes: readonly NetworkNode[],
  edges: readonly NetworkEdge[],
  found: ReadonlyMap<string, Float>,
): string[] {
  const critical = (id: string) => found.get(id)?.critical === true;
  const incoming = targets(
    edges.filter(({ from, to }) => critical(from) && critical(to)),
    'to',
    'from',
  );
  const ways = new Map<string, string[]>();
  for (const { id } of inOrder(nodes, edges)) {
    if (!critical(id)) continue;
    const longest = (incoming.get(id) ?? []).map((before) => ways.get(before) ?? []).reduce(longer, []);
    ways.set(id, [...longest, id]);
  }
  return [...ways.values()].reduce(longer, []);
}

const longer = (a: string[], b: string[]) => (b.length > a.length ? b : a);

function latestFinishes(
  nodes: readonly NetworkNode[],
  edges: readonly NetworkEdge[],
  calendar: Counting,
): Map<string, Day> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const outgoing = groupBy(edges, ({ from }) => from);
  const latest = new Map<string, Day>();
  for (const node of inOrder(nodes, edges).reverse()) {
    const days = daysOf(node);
    if (!node.open || !days) continue;
    const limits = (outgoing.get(node.id) ?? []).flatMap((edge) => {
      const after = byId.get(edge.to);
      const own = after && daysOf(after);
      const finish = latest.get(edge.to);
      if (!after || !own || !finish) return [];
      const start = addDays(finish, -daysBetween(own.start, own.due));
      return [latestFinishBefore(edge, node, after, start, calendar)];
    });
    if (node.limitDay) limits.push(node.limitDay);
    const [first] = limits.sort();
    if (first) latest.set(node.id, first);
  }
  return latest;
}

/** The first day on which `after` can begin once `before` is finished. */
function earliestStart(
  edge: NetworkEdge,
  before: NetworkNode,
  after: NetworkNode,
  finish: Day,
  calendar: Counting,
): Day {
  const lead = plannedLead(edge, before, after, calendar);
  return lead === null ? lagged(edge, finish, calendar) : addDays(finish, lead);
}

/** The last day on which `before` can be finished so that `after` can begin at `start`. */
function latestFinishBefore(
  edge: NetworkEdge,
  before: NetworkNode,
  after: NetworkNode,
  start: Day,
  calendar: Counting,
): Day {
  const lead = plannedLead(edge, before, after, calendar);
  if (lead !== null) return addDays(start, -lead);
  let day = edge.lagUnit === 'days' ? addDays(start, -edge.lagDays) : calendar.addWorkingDays(start, -edge.lagDays);
  while (lagged(edge, day, calendar) > start) day = addDays(day, -1);
  while (lagged(edge, addDays(day, 1), calendar) <= start) day = addDays(day, 1);
  return day;
}

/**
 * Plans let rows overlap on purpose. Where the successor was never planned as late as the lag asks, so many calendar days
 * between the finish of the one and the start of the other are all that it keeps; null where the lag holds.
 */
function plannedLead(edge: NetworkEdge, before: NetworkNode, after: NetworkNode, calendar: Counting): number | null {
  const now = { before: daysOf(before), after: daysOf(after) };
  const agreed = { before: daysOf(asAgreed(before)), after: daysOf(asAgreed(after)) };
  const gaps = [now, agreed].flatMap((plan) =>
    plan.before && plan.after
      ? [{ gap: daysBetween(plan.before.due, plan.after.start), due: plan.before.due, start: plan.after.start }]
      : [],
  );
  if (gaps.every(({ due, start }) => lagged(edge, due, calendar) <= start)) return null;
  return Math.min(...gaps.map(({ gap }) => gap));
}

function lagged({ lagDays, lagUnit }: NetworkEdge, day: Day, calendar: Counting): Day {
  return lagUnit === 'days' ? addDays(day, lagDays) : calendar.addWorkingDays(day, lagDays);
}

const asAgreed = ({ baselineStartDay, baselineDueDay }: NetworkNode) => ({
  startDay: baselineStartDay,
  dueDay: baselineDueDay,
});

function daysOf({ startDay, dueDay }: Pick<NetworkNode, 'startDay' | 'dueDay'>): Days | null {
  const start = startDay ?? dueDay;
  const due = dueDay ?? startDay;
  return start && due ? { start, due } : null;
}

/** Each row behind all that it waits for; among those that are free, as given. */
function inOrder(nodes: readonly NetworkNode[], edges: readonly Link[]): NetworkNode[] {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const inside = edges.filter(({ from, to }) => known.has(from) && known.has(to));
  const next = targets(inside, 'from', 'to');
  const waits = new Map(nodes.map(({ id }) => [id, 0]));
  for (const { to } of inside) waits.set(to, waits.get(to)! + 1);
  const ordered = nodes.filter(({ id }) => waits.get(id) === 0);
  for (const { id } of ordered) {
    for (const to of next.get(id) ?? []) {
      waits.set(to, waits.get(to)! - 1);
      if (waits.get(to) === 0) ordered.push(known.get(to)!);
    }
  }
  return ordered;
}

function targets(edges: readonly Link[], from: keyof Link, to: keyof Link): Map<string, string[]> {
  return new Map([...groupBy(edges, (edge) => edge[from])].map(([id, own]) => [id, own.map((edge) => edge[to])]));
}
