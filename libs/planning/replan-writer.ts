import { Clock, groupBy } from '@convener/kernel';
import { insertAll, updateEach } from '@convener/platform';
import { idsByPlace, insertRows, rowContext } from '@convener/project-start';
import {
  Check,
  checkRow,
  Deliverable,
  deliverableRow,
  Milestone,
  Predecessor,
  type RowContext,
  rowsOf,
  statusAfter,
  statusChanged,
  UNTOUCHED,
  WorkItem,
} from '@convener/projects';
import { TeamsService } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import type { EntityManager, EntityTarget } from 'typeorm';
import { positionsByPlace } from './place-order';
import type { RowBefore, WhatChanged } from './replan.entity';
import type { Replan, ReplanType, ReplanWorld, RowChange } from './replan.types';

/** The columns that a re-plan may change, which its undo puts back. */
export const COLUMNS = {
  'work-item': [
    ...(['startDay', 'dueDay', 'plannedStartDay', 'plannedDueDay', 'handSet', 'dayBasis', 'status', 'reason'] as const),
    ...(['statusSince', 'waitingFor', 'waitingSince', 'waitingKind', 'followUpDay'] as const),
    ...(['doneAt', 'doneBy', 'setAsideBy'] as const),
  ],
  deliverable: [
    ...(['startDay', 'dueDay', 'plannedStartDay', 'plannedDueDay', 'handSet', 'dayBasis', 'status', 'reason'] as const),
    ...(['statusSince', 'settledBy', 'settledAt', 'sources', 'accepter', 'setAsideBy'] as const),
  ],
  check: ['state', 'reason', 'decidedBy', 'decidedAt', 'setAsideBy'],
  milestone: ['day'],
} as const satisfies {
  'work-item': readonly (keyof WorkItem)[];
  deliverable: readonly (keyof Deliverable)[];
  check: readonly (keyof Check)[];
  milestone: readonly (keyof Milestone)[];
};

/** Columns of a work item that a change of its status writes beside them. An undo leaves these: work may have gone on since. */
const STANDSTILL = Object.keys(UNTOUCHED) as (keyof typeof UNTOUCHED)[];

type Versioned = { id: string; version: number };

/** Writes a re-plan: one statement for all changed rows of a table, one for all new ones. */
@Injectable()
export class ReplanWriter {
  constructor(
    private readonly clock: Clock,
    private readonly teams: TeamsService,
  ) {}

  /** `replanId` marks what is set aside, so that a later re-plan may bring it back. Answers what an undo needs. */
  async write(
    em: EntityManager,
    world: ReplanWorld,
    replan: Replan,
    by: string,
    replanId: string,
  ): Promise<WhatChanged> {
    const inserted = await this.insert(em, world, replan, by);
    const marked = this.marked(replan, by, replanId);
    const items = followed(world, marked, inserted, this.clock.now(), by);
    const rows = [
      ...(await change<WorkItem>(em, 'work-item', WorkItem, items, STANDSTILL)),
      ...(await change<Deliverable>(em, 'deliverable', Deliverable, marked.deliverables)),
      ...(await change<Check>(em, 'check', Check, marked.checks)),
      ...(await change<Milestone>(em, 'milestone', Milestone, replan.milestones)),
    ];
    return { rows, inserted: inserted.ids };
  }

  /** Adds to what falls away who said so and when, and to everything that was set aside whether it still is. */
  private marked(replan: Replan, by: string, replanId: string): Replan {
    const now = this.clock.now();
    const mark = <R extends { setAsideBy: string | null }>(changes: Partial<R>, aside: boolean, back: boolean) =>
      aside ? { ...changes, setAsideBy: replanId } : back ? { ...changes, setAsideBy: null } : changes;
    return {
      ...replan,
      items: replan.items.map(({ row, changes }) => ({
        row,
        changes: mark<WorkItem>(changes, changes.status === 'not-applicable', changes.status === 'to-do'),
      })),
      deliverables: replan.deliverables.map(({ row, changes }) => {
        const aside = changes.status === 'waived';
        const settled = aside ? { settledBy: by, settledAt: now } : {};
        const since = changes.status === undefined ? {} : { statusSince: now };
        const marked = mark<Deliverable>(changes, aside, changes.status === 'open');
        return { row, changes: { ...marked, ...settled, ...since } };
      }),
      checks: replan.checks.map(({ row, changes }) => {
        const aside = changes.state === 'not-applicable';
        const decided = aside ? { decidedBy: by, decidedAt: now } : {};
        return { row, changes: { ...mark<Check>(changes, aside, changes.state === 'open'), ...decided } };
      }),
    };
  }

  private async insert(em: EntityManager, world: ReplanWorld, replan: Replan, by: string): Promise<Inserted> {
    const context = await this.context(em, world, replan, by);
    const order = world.template.items.map(({ place }) => place);
    const rows = rowsOf(replan.newItems, context);
    const places = positionsByPlace(
      world.items,
      rows.items.map(({ place }) => place!),
      order,
    );
    for (const item of rows.items) item.position = places.get(item.place!)!;
    const ids = new Map(rows.items.map(({ place, id }) => [place!, id]));
    rows.predecessors.push(...successors(world, context.present, ids));
    const added = partsOf(world, replan, context);
    await insertRows(em, rows);
    await insertAll(em, Deliverable, added.deliverables);
    await insertAll(em, Check, added.checks);
    const named = (type: 'work-item' | 'deliverable' | 'check', all: readonly Versioned[]) =>
      all.map(({ id }) => ({ type, id }));
    return {
      ...added,
      ids: [
        ...named('work-item', rows.items),
        ...named('deliverable', [...rows.deliverables, ...added.deliverables]),
        ...named('check', [...rows.checks, ...added.checks]),
      ],
    };
  }

  /** Sub-teams that the project does not have yet come with the work that they do. */
  private async context(em: EntityManager, world: ReplanWorld, replan: Replan, by: string): Promise<RowContext> {
    const { project, template } = world;
    const needed = new Set(replan.newItems.map(({ team }) => team));
    return rowContext(
      { template, version: project.templateVersion },
      {
        projectId: project.id,
        teams: await this.teams.withMissing(em, project.id, template.teams, needed),
        present: idsByPlace(world.items),
        by,
        now: this.clock.now(),
      },
    );
  }
}

interface Inserted {
  deliverables: Deliverable[];
  checks: Check[];
  ids: WhatChanged['inserted'];
}

/** What already is in the project and waits for something new. */
function successors(
  { template }: ReplanWorld,
  present: ReadonlyMap<string, string>,
  fresh: ReadonlyMap<string, string>,
): Predecessor[] {
  return template.items.flatMap(({ place, after }) => {
    const workItemId = present.get(place);
    if (!workItemId) return [];
    return after.flatMap((before) => {
      const predecessorId = fresh.get(before);
      return predecessorId ? [{ workItemId, predecessorId, lagDays: 0, lagUnit: 'days' as const }] : [];
    });
  });
}

/** New parts of work items that are there, each behind the part that precedes it in the template. */
function partsOf({ template, deliverables, checks, items }: ReplanWorld, replan: Replan, context: RowContext) {
  const found: { deliverables: Deliverable[]; checks: Check[] } = { deliverables: [], checks: [] };
  const touched = new Set([...replan.newDeliverables, ...replan.newChecks].map(({ workItemId }) => workItemId));
  for (const item of items.filter(({ id }) => touched.has(id))) {
    const planned = template.items.find(({ place }) => place === item.place);
    const of = <R extends { workItemId: string }>(rows: readonly R[]) =>
      rows.filter((row) => row.workItemId === item.id);
    const at = (
      there: readonly (Deliverable | Check)[],
      fresh: readonly string[],
      order: readonly { place: string }[],
    ) =>
      positionsByPlace(
        of(there),
        fresh,
        order.map(({ place }) => place),
        1,
      );
    const own = of(replan.newDeliverables).map(({ row }) => row);
    const newChecks = of(replan.newChecks).map(({ check }) => check);
    const first = at(
      deliverables,
      own.map(({ place }) => place),
      planned?.deliverables ?? [],
    );
    const second = at(
      checks,
      newChecks.map(({ place }) => place),
      planned?.checks ?? [],
    );
    found.deliverables.push(...own.map((row) => deliverableRow(row, item.id, first.get(row.place)!, context)));
    found.checks.push(
      ...newChecks.map((check) => checkRow({ settled: false }, check, item.id, second.get(check.place)!, context)),
    );
  }
  return found;
}

/** The work items with what their parts make of them: done when the last open part fell away, begun when one came back. */
function followed(
  world: ReplanWorld,
  replan: Replan,
  inserted: Inserted,
  now: number,
  by: string,
): RowChange<WorkItem>[] {
  const own = changesById(replan.items);
  const deliverables = partsAfter(world.deliverables, replan.deliverables, inserted.deliverables);
  const checks = partsAfter(world.checks, replan.checks, inserted.checks);
  const parts = [...replan.deliverables, ...replan.checks].map(({ row }) => row);
  const touched = new Set([...parts, ...inserted.deliverables, ...inserted.checks].map(itemOf));
  return world.items
    .filter(({ id }) => own.has(id) || touched.has(id))
    .flatMap((row) => {
      const changes = own.get(row.id) ?? {};
      const item = { ...row, ...changes };
      const itsParts = { deliverables: deliverables.get(row.id) ?? [], checks: checks.get(row.id) ?? [] };
      const status = touched.has(row.id) ? statusAfter({ item, ...itsParts, project: world.project }) : item.status;
      const turned = { status, ...statusChanged(now), ...ended(status === 'done', now, by) };
      const all = status === row.status ? changes : { ...changes, ...turned };
      return Object.keys(all).length === 0 ? [] : [{ row, changes: all }];
    });
}

const itemOf = ({ workItemId }: { workItemId: string }) => workItemId;

const changesById = <R extends Versioned>(all: readonly RowChange<R>[]) =>
  new Map(all.map(({ row, changes }) => [row.id, changes]));

function partsAfter<R extends Versioned & { workItemId: string }>(
  rows: readonly R[],
  changed: readonly RowChange<R>[],
  inserted: readonly R[],
): Map<string, R[]> {
  const changes = changesById(changed);
  return groupBy([...rows.map((row) => ({ ...row, ...changes.get(row.id) })), ...inserted], itemOf);
}

const ended = (done: boolean, now: number, by: string) =>
  done
    ? { doneAt: now, doneBy: by, waitingFor: null, waitingSince: null, waitingKind: null, followUpDay: null }
    : { doneAt: null, doneBy: null };

async function change<R extends Versioned>(
  em: EntityManager,
  type: ReplanType,
  entity: EntityTarget<R>,
  changed: readonly RowChange<R>[],
  also: readonly (keyof R & string)[] = [],
): Promise<RowBefore[]> {
  const columns = COLUMNS[type] as unknown as (keyof R & string)[];
  await updateEach(
    em,
    entity,
    [...columns, ...also],
    changed.map(({ row, changes }) => ({ ...row, ...changes })),
  );
  return changed.map(({ row }) => {
    const { id, version: found } = row;
    return { type, id, version: found + 1, found, values: valuesOf(row, type) };
  });
}

/** The values of a row that an undo puts back. */
export function valuesOf<R extends Versioned>(row: R, type: ReplanType): Partial<R> {
  const columns = COLUMNS[type] as unknown as (keyof R & string)[];
  return Object.fromEntries(columns.map((name) => [name, row[name]])) as Partial<R>;
}
