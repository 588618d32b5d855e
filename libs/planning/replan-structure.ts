import { type Check, type Deliverable, isDecided, isOpenItem, isSettled, type WorkItem } from '@convener/projects';
import type { LeftOut, PlannedItem, ProjectPlan, StartAnswers } from '@convener/templates';
import type { Kept, ReplanChoices, ReplanKind, ReplanRow, ReplanType, ReplanWorld, Why } from './replan.types';

/** What becomes of a row that the project has. */
export type Fate = 'falls-away' | 'comes-back';

/** Which rows a change of answers takes away, brings back or adds. No days yet. */
export interface Structure {
  rows: ReplanRow[];
  fates: Map<string, Fate>;
  newItems: PlannedItem[];
  newDeliverables: { item: WorkItem; row: PlannedItem['deliverables'][number] }[];
  newChecks: { item: WorkItem; check: PlannedItem['checks'][number] }[];
}

interface Plans {
  before: ProjectPlan;
  after: ProjectPlan;
}

type Row = WorkItem | Deliverable | Check;
interface Part {
  type: ReplanType;
  row: Row;
  item: WorkItem;
}

export function structureOf(
  world: ReplanWorld,
  plans: Plans,
  answers: { now: StartAnswers; next: StartAnswers },
  choices: ReplanChoices,
): Structure {
  const found: Structure = { rows: [], fates: new Map(), newItems: [], newDeliverables: [], newChecks: [] };
  const before = placesOf(plans.before);
  const after = placesOf(plans.after);
  const why = reasons(world, plans, answers);
  const items = new Map(world.items.map((item) => [item.id, item]));
  const parts: Part[] = [
    ...world.items.map((item): Part => ({ type: 'work-item', row: item, item })),
    ...world.deliverables.map((row): Part => ({ type: 'deliverable', row, item: items.get(row.workItemId)! })),
    ...world.checks.map((row): Part => ({ type: 'check', row, item: items.get(row.workItemId)! })),
  ];
  const goes = ({ place }: WorkItem) => place !== null && before.has(place) && !after.has(place);
  const takers = new Map(world.deliverables.flatMap((row) => (row.place ? [[row.place, row] as const] : [])));
  for (const part of parts) {
    const { row, item, type } = part;
    // A work item that goes takes its parts along, and one that stays against the plan keeps them.
    if (type !== 'work-item' && goes(item)) continue;
    if (row.place === null || item.templateSlug !== world.project.templateSlug) continue;
    const wants = wish(part, before.has(row.place), after.has(row.place), found.fates.get(item.id));
    if (!wants) continue;
    const reason = why(row.place, item.place, wants);
    const taker = reason.into === null ? undefined : takers.get(reason.into);
    // A deliverable that is settled, or not there, takes no other in any more.
    const takerDone = wants === 'falls-away' && reason.into !== null && (!taker || isSettled(taker));
    const kept = keptOf(row.id, wants, choices, {
      done: isDone(part, wants) || takerDone,
      begun: isBegun(world, part),
    });
    if (kept === null) found.fates.set(row.id, wants);
    found.rows.push(shown(world, { type, item, kept, wants, why: [reason.why] }, row));
  }
  addNew(world, plans, why, choices, found);
  return found;
}

function wish({ type, row, item }: Part, wasIn: boolean, isIn: boolean, itemFate: Fate | undefined): Fate | null {
  // The parts of what is closed stay as they are.
  const closed = type !== 'work-item' && item.status === 'not-applicable';
  if (closed && itemFate !== 'comes-back') return null;
  if (wasIn && !isIn) return isClosed(row) ? null : 'falls-away';
  return !wasIn && isIn && isClosed(row) && row.setAsideBy !== null ? 'comes-back' : null;
}

/** Taken out of the work, by a re-plan or by a person. */
export function isClosed(row: Row): boolean {
  if ('state' in row) return row.state === 'not-applicable';
  return row.status === 'not-applicable' || row.status === 'waived';
}

export function isDoneRow(row: WorkItem | Deliverable | Check): boolean {
  if (isClosed(row)) return false;
  if ('state' in row) return isDecided(row);
  return 'workItemId' in row ? isSettled(row) : !isOpenItem(row);
}

/** Done work never falls away; what would come back into done work counts as done itself. */
function isDone({ row, item, type }: Part, wants: ReplanKind): boolean {
  return wants === 'falls-away' ? isDoneRow(row) : type !== 'work-item' && item.status === 'done';
}

function isBegun({ evidence, deliverables, checks }: ReplanWorld, { row }: Part): boolean {
  if ('state' in row) return false;
  if ('workItemId' in row) return row.status !== 'open' || evidence.has(row.id);
  const touched = deliverables.some(
    (part) => part.workItemId === row.id && (part.status !== 'open' || evidence.has(part.id)),
  );
  return touched || row.status !== 'to-do' || checks.some((check) => check.workItemId === row.id && isDecided(check));
}

/** Why a row stays though the plan wants something else of it; null where it does as the plan says. */
export function keptOf(
  key: string,
  wants: ReplanKind,
  { keep = [], move = [], alsoDone, alsoHandSet, lateStart }: ReplanChoices,
  facts: { done?: boolean; begun?: boolean; handSet?: boolean; late?: boolean },
): Kept | null {
  if (keep.includes(key)) return 'chosen';
  if (facts.done && wants === 'falls-away') return 'done';
  if (move.includes(key)) return null;
  if (facts.done && !alsoDone) return 'done';
  if (facts.begun && wants === 'falls-away') return 'begun';
  if (facts.handSet && !alsoHandSet) return 'hand-set';
  return facts.late && lateStart === 'keep' ? 'late' : null;
}

function addNew(world: ReplanWorld, { after }: Plans, why: Reasons, choices: ReplanChoices, found: Structure): void {
  const items = new Map(world.items.flatMap((item) => (item.place ? [[item.place, item] as const] : [])));
  // A merged deliverable stands for its sources too.
  const there = new Set([
    ...[...world.deliverables, ...world.checks].flatMap(({ place }) => place ?? []),
    ...world.project.leftOut.filter(({ reason }) => reason.code === 'late-start').map(({ place }) => place),
  ]);
  const add = (type: ReplanType, planned: Named, item: WorkItem | PlannedItem, take: () => void) => {
    const facts = { done: 'status' in item && item.status === 'done' };
    const kept = keptOf(planned.place, 'appears', choices, facts);
    const reason = why(planned.place, item.place, 'appears');
    if (kept === null) take();
    found.rows.push(shown(world, { type, item, kept, wants: 'appears', why: [reason.why] }, { ...planned, id: null }));
  };
  for (const planned of after.items) {
    const item = items.get(planned.place);
    if (!item && there.has(planned.place)) continue;
    if (!item) {
      add('work-item', planned, planned, () => found.newItems.push(planned));
      continue;
    }
    const closed = isClosed(item) && found.fates.get(item.id) !== 'comes-back';
    if (closed || found.fates.get(item.id) === 'falls-away') continue;
    for (const row of planned.deliverables.filter(({ place }) => !there.has(place)))
      add('deliverable', row, item, () => found.newDeliverables.push({ item, row }));
    for (const check of planned.checks.filter(({ place }) => !there.has(place)))
      add('check', { ...check, title: check.text, titleEn: null }, item, () => found.newChecks.push({ item, check }));
  }
}

interface Named {
  place: string;
  code: string | null;
  title: string;
  titleEn: string | null;
}

type Reasons = (place: string, itemPlace: string | null, wants: ReplanKind) => { why: Why; into: string | null };

/** Which answer, or which merge, is why a place comes or goes. */
function reasons(
  { template }: ReplanWorld,
  plans: Plans,
  { now, next }: { now: StartAnswers; next: StartAnswers },
): Reasons {
  const left = (plan: ProjectPlan) => new Map(plan.leftOut.map((one) => [one.place, one]));
  const [leftBefore, leftAfter] = [left(plans.before), left(plans.after)];
  return (place, itemPlace, wants) => {
    const from = wants === 'falls-away' ? leftAfter : leftBefore;
    const out: LeftOut | undefined = from.get(place) ?? from.get(itemPlace ?? '');
    if (!out) return { why: PLANNED, into: null };
    if (out.reason.code === 'merged') {
      const answers = wants === 'falls-away' ? next : now;
      const merge = template.merges.find((one) => one.from.includes(place) && answers.options[one.option] === true);
      const { zh, en } = out.reason;
      const text = wants === 'falls-away' ? { zh, en } : { zh: `不再${zh}`, en: `No longer ${lowered(en)}` };
      return { why: { code: 'merge', key: merge?.option ?? '', ...text }, into: merge?.into ?? null };
    }
    const key = out.reason.option ?? '';
    const { zh, en } = wants === 'falls-away' ? out.reason : answered(template.options, key, next.options[key]);
    return { why: { code: 'option', key, zh, en }, into: null };
  };
}

function answered(options: ReplanWorld['template']['options'], key: string, answer: string | boolean | undefined) {
  const option = options.find((one) => one.key === key);
  const choice = option?.choices.find(({ value }) => value === answer);
  const [zh, en] = [option?.question.zh ?? key, option?.question.en ?? key];
  if (!choice) return { zh: `「${zh}」不再作答`, en: `"${en}" is no longer answered` };
  return { zh: `「${zh}」改答「${choice.name.zh}」`, en: `"${en}" is now answered "${choice.name.en}"` };
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Of what was declined at an earlier re-plan. */
const PLANNED: Why = {
  code: 'rule',
  key: '',
  zh: '範本依目前的答案應有這一項',
  en: 'The template has it under the present answers',
};

function placesOf({ items }: ProjectPlan): Set<string> {
  return new Set(items.flatMap((item) => [item, ...item.deliverables, ...item.checks].map(({ place }) => place)));
}

interface About {
  type: ReplanType;
  item: WorkItem | PlannedItem;
  wants: ReplanKind;
  kept: Kept | null;
  why: Why[];
}

/** A row as the list shows it. */
export function shown(
  { teams, template }: ReplanWorld,
  { type, item, wants, kept, why }: About,
  row: {
    id: string | null;
    place: string | null;
    code: string | null;
    title?: string;
    titleEn?: string | null;
    text?: string;
  },
): ReplanRow {
  const team =
    'teamId' in item ? teams.find(({ id }) => id === item.teamId) : template.teams.find(({ key }) => key === item.team);
  return {
    key: row.id ?? row.place ?? '',
    id: row.id,
    place: row.place,
    kind: kept === null ? wants : 'stays',
    wants,
    type,
    code: row.code,
    title: row.title ?? row.text ?? '',
    titleEn: row.titleEn ?? null,
    team: team ? { name: team.name, nameEn: team.nameEn } : null,
    before: null,
    after: null,
    why,
    kept,
  };
}
