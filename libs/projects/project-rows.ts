import { isOwnPlace } from '@convener/house-templates';
import { newId } from '@convener/kernel';
import { kindOf, type PlannedDays, type PlannedDeliverable, type PlannedItem } from '@convener/templates';
import type { Check } from './check.entity';
import { UNTOUCHED } from './standstill';
import type { Deliverable, DeliverableSource } from './deliverable.entity';
import type { Predecessor } from './predecessor.entity';
import type { WorkItem } from './work-item.entity';

/** Space between positions, so that a row can be moved between two others without touching them. */
export const POSITION_STEP = 1024;

export interface ProjectRows {
  items: WorkItem[];
  predecessors: Predecessor[];
  deliverables: Deliverable[];
  checks: Check[];
}

export interface RowContext {
  projectId: string;
  templateSlug: string;
  templateVersion: number;
  /** Sub-team id by the template's key. */
  teams: ReadonlyMap<string, string>;
  /** Work items that the project already has, by place: predecessors may point to them. */
  present: ReadonlyMap<string, string>;
  /** Title of each output of the template by place, for the sources of a merged deliverable. */
  titles: ReadonlyMap<string, string>;
  editions: ReadonlyMap<string, string>;
  firstPosition: number;
  /** Who starts, and when: settles what was chosen as already done. */
  by: string;
  now: number;
}

/** The rows that a plan becomes. */
export function rowsOf(items: readonly PlannedItem[], context: RowContext): ProjectRows {
  const ids = new Map([...context.present, ...items.map(({ place }) => [place, newId()] as const)]);
  return {
    items: items.map((item, index) =>
      itemRow(item, ids.get(item.place)!, context.firstPosition + index * POSITION_STEP, context),
    ),
    predecessors: items.flatMap(({ place, after }) =>
      after.flatMap((before) => {
        const predecessorId = ids.get(before);
        return predecessorId
          ? [{ workItemId: ids.get(place)!, predecessorId, lagDays: 0, lagUnit: 'days' as const }]
          : [];
      }),
    ),
    deliverables: items.flatMap((item) =>
      item.deliverables.map((row, index) => deliverableRow(row, ids.get(item.place)!, index, context)),
    ),
    checks: items.flatMap((item) =>
      item.checks.map((check, index) => checkRow(item, check, ids.get(item.place)!, index, context)),
    ),
  };
}

function daysOf({
  startDay,
  dueDay,
  dueTime,
  dayBasis,
  startRule,
  dueRule,
  ruled,
}: PlannedDays & { startRule: string; dueRule: string }) {
  return {
    startDay,
    dueDay,
    dueTime,
    dayBasis,
    startRule,
    dueRule,
    plannedStartDay: ruled.startDay,
    plannedDueDay: ruled.dueDay,
    handSet: false,
    setAsideBy: null,
    baselineStartDay: startDay,
    baselineDueDay: dueDay,
  };
}

function itemRow(item: PlannedItem, id: string, position: number, context: RowContext): WorkItem {
  return {
    id,
    projectId: context.projectId,
    teamId: context.teams.get(item.team) ?? null,
    stage: item.stage,
    workflow: item.workflow,
    position,
    code: item.code,
    title: item.title,
    titleEn: item.titleEn,
    ownerRole: item.owner,
    level: item.level,
    source: item.standard === null ? 'own' : 'standard',
    standard: item.standard,
    edition: item.edition,
    place: item.place,
    templateSlug: context.templateSlug,
    templateVersion: context.templateVersion,
    ...daysOf(item),
    status: item.settled ? 'done' : item.deliverables.some(({ settled }) => settled) ? 'doing' : 'to-do',
    waitingFor: null,
    waitingSince: null,
    waitingKind: null,
    followUpDay: null,
    reason: null,
    assigneeId: null,
    doneAt: item.settled ? context.now : null,
    doneBy: item.settled ? context.by : null,
    ...UNTOUCHED,
    statusSince: context.now,
    createdAt: context.now,
    version: 1,
  };
}

/** A deliverable of the plan, as a row of its work item. */
export function deliverableRow(
  row: PlannedDeliverable,
  workItemId: string,
  position: number,
  context: RowContext,
): Deliverable {
  return {
    id: newId(),
    projectId: context.projectId,
    workItemId,
    position,
    code: row.code,
    title: row.title,
    titleEn: row.titleEn,
    source: isOwnPlace(row.place) ? 'own' : 'standard',
    sources: row.sources.filter((place) => !isOwnPlace(place)).map((place) => sourceOf(place, context)),
    place: row.place,
    preparer: row.preparer,
    accepter: row.accepter,
    evidence: row.evidence,
    kind: kindOf(row),
    document: row.document ?? null,
    ...daysOf(row),
    status: row.settled ? (row.accepter ? 'accepted' : 'delivered') : 'open',
    statusSince: context.now,
    reason: null,
    submittedBy: null,
    submittedAt: null,
    settledBy: row.settled ? context.by : null,
    settledAt: row.settled ? context.now : null,
    selfAccepted: false,
    version: 1,
  };
}

/** The output at this place, as one that a deliverable stands for. */
export function sourceOf(
  place: string,
  { titles, editions }: Pick<RowContext, 'titles' | 'editions'>,
): DeliverableSource {
  const standard = place.slice(0, place.indexOf('/'));
  return { standard, edition: editions.get(standard) ?? '', place, title: titles.get(place) ?? '' };
}

/** A check of the plan, as a row of its work item. */
export function checkRow(
  item: { settled: boolean },
  check: PlannedItem['checks'][number],
  workItemId: string,
  position: number,
  context: RowContext,
): Check {
  return {
    id: newId(),
    projectId: context.projectId,
    workItemId,
    position,
    stage: check.stage,
    code: check.code,
    text: check.text,
    source: isOwnPlace(check.place) ? 'own' : 'standard',
    place: check.place,
    state: item.settled ? 'ticked' : 'open',
    reason: null,
    decidedBy: item.settled ? context.by : null,
    decidedAt: item.settled ? context.now : null,
    setAsideBy: null,
    version: 1,
  };
}
