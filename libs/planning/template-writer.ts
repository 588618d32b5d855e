import type { Actor } from '@convener/access';
import { ActivityLog, type Change, difference } from '@convener/activity';
import { updateEach } from '@convener/platform';
import { idsByPlace, insertRows, rowContext } from '@convener/project-start';
import {
  changeRows,
  Check,
  Deliverable,
  type Placed,
  positionsFor,
  type Project,
  type RowContext,
  rowsOf,
  statusChanged,
  WorkItem,
} from '@convener/projects';
import { TeamsService } from '@convener/teams';
import type { PlannedItem, PublishedTemplate } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { answered, isFinished, type OfferedChange, type RowsByPlace } from './template-offer';
import { neededTeams, type RowChange, takenChanges } from './template-take';

/** What is taken over of a newer version, and into what. */
export interface Taking {
  project: Project;
  actor: Actor;
  newest: PublishedTemplate;
  rows: RowsByPlace;
  present: readonly WorkItem[];
  chosen: readonly OfferedChange[];
  plan: readonly PlannedItem[];
  batchId: string;
  now: number;
}

/** Writes what a project takes over of a newer version of its template. */
@Injectable()
export class TemplateWriter {
  constructor(
    private readonly teams: TeamsService,
    private readonly activity: ActivityLog,
  ) {}

  /** Answers the ids of the work items whose parts have changed. */
  async write(em: EntityManager, taking: Taking): Promise<Set<string>> {
    const { project, actor, newest, rows, chosen, present, now } = taking;
    const after = answered(newest.template, project.options);
    const teams = await this.teams.withMissing(em, project.id, newest.template.teams, neededTeams(after, chosen));
    const taken = takenChanges(after, chosen, rows, teams, leftOutBy(newest));
    const settled = { statusSince: now, settledBy: actor.personId, settledAt: now };
    const decided = { decidedBy: actor.personId, decidedAt: now };
    await this.save(em, taking, WorkItem, 'work-item', taken.items, statusChanged(now));
    await this.save(em, taking, Deliverable, 'deliverable', taken.deliverables, settled);
    await this.save(em, taking, Check, 'check', taken.checks, decided);
    const by = actor.personId;
    const context = rowContext(newest, { projectId: project.id, teams, present: idsByPlace(present), by, now });
    await insertItems(em, taking, taken.newItems, context);
    await insertParts(em, taking, taken.newParts, context);
    return new Set([
      ...[...taken.deliverables, ...taken.checks].map(({ row }) => row.workItemId),
      ...[...taken.newParts.keys()].map((place) => rows.items.get(place)!.id),
    ]);
  }

  /** `setAside`: what else is written to a row that the new version leaves out. */
  private async save<R extends WorkItem | Deliverable | Check>(
    em: EntityManager,
    { project, actor, batchId }: Taking,
    entity: new () => R,
    type: 'work-item' | 'deliverable' | 'check',
    changes: readonly RowChange<R>[],
    setAside: Partial<R>,
  ): Promise<void> {
    const changed = changes.flatMap(({ row, changes: all }) => {
      const differs = difference(row, all);
      const stamp = 'status' in all || 'state' in all ? setAside : {};
      return differs ? [{ row, changes: { ...(differs.after as Partial<R>), ...stamp }, ...differs }] : [];
    });
    const entries = changed.map(({ row, before, after }): Change => ({
      ...{ projectId: project.id, actorId: actor.personId, action: `${type}.edited`, batchId, before, after },
      subject: { type, id: row.id, title: 'text' in row ? row.text : row.title },
    }));
    await changeRows(em, entity, changed);
    await this.activity.record(em, ...entries);
  }
}

async function insertItems(
  em: EntityManager,
  { newest, present, plan }: Taking,
  places: readonly string[],
  context: RowContext,
): Promise<void> {
  const wanted = new Set(places);
  const items = plan.filter(({ place }) => wanted.has(place));
  if (items.length === 0) return;
  const order = newest.template.items.map(({ place }) => place);
  const { added, moved } = positionsFor([...present].sort(inOrder), order, places);
  await updateEach(em, WorkItem, ['position'], moved);
  const rows = rowsOf(items, context);
  rows.items = rows.items.map((row) => ({ ...row, position: added.get(row.place!) ?? row.position }));
  await insertRows(em, rows);
}

/** Parts go behind those that their work item has. */
async function insertParts(
  em: EntityManager,
  { rows, plan }: Taking,
  parts: ReadonlyMap<string, ReadonlySet<string>>,
  context: RowContext,
): Promise<void> {
  const items = plan.flatMap((item): PlannedItem[] => {
    const wanted = parts.get(item.place);
    if (!wanted || isFinished(rows.items.get(item.place)!)) return [];
    const among = <P extends { place: string }>(list: readonly P[]) => list.filter(({ place }) => wanted.has(place));
    return [{ ...item, settled: false, deliverables: among(item.deliverables), checks: among(item.checks) }];
  });
  const made = rowsOf(items, context);
  const holder = new Map(made.items.map(({ id, place }) => [id, rows.items.get(place!)!.id]));
  const behind = <P extends { workItemId: string; position: number }>(row: P): P => ({
    ...row,
    workItemId: holder.get(row.workItemId)!,
    position: row.position + MANY_PARTS,
  });
  const deliverables = made.deliverables.map(behind);
  await insertRows(em, { items: [], predecessors: [], deliverables, checks: made.checks.map(behind) });
}

/** More parts than a work item has: those of a newer version come behind. */
const MANY_PARTS = 1000;

const inOrder = (a: Placed, b: Placed) => a.position - b.position || (a.id < b.id ? -1 : 1);

const leftOutBy = ({ version }: PublishedTemplate) =>
  `範本第 ${version} 版不再包含 / Version ${version} of the template leaves it out`;
