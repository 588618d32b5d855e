import { allow, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { conflict, isId, newId, notFound, requireVersion } from '@convener/kernel';
import { Database, insertAll, plainRows, readAll, updateEach } from '@convener/platform';
import {
  AnchorBooks,
  changeRow,
  countedDay,
  Milestone,
  type MilestoneKind,
  OwnRowsService,
  type Project,
  ProjectReminders,
  type ProjectScope,
  requirePlannable,
  WorkScope,
  wrongField,
} from '@convener/projects';
import { requireRunning } from '@convener/teams';
import type { Stage } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { milestoneCycle, milestoneDays } from './milestone-days';
import { freeKey, rowsCountingFrom, type RuledUse } from './milestone-keys';
import { MilestoneWork } from './milestone-work';

/** Either a day or a rule, never both. */
export interface MilestoneFacts {
  kind: MilestoneKind;
  name: string;
  nameEn?: string | null;
  day?: string;
  rule?: string;
  amount?: string | null;
  note?: string | null;
}

export interface NewMilestone extends MilestoneFacts {
  /** How rules call it; made from its kind where it is not given. */
  key?: string;
  /** Adds a work item that is due by it. */
  withWork?: boolean;
  stage?: Stage;
  teamId?: string;
}

/** The days that a contract names. Rules count from them, and with a rule of their own they move with re-plans. */
@Injectable()
export class MilestonesService {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly books: AnchorBooks,
    private readonly ownRows: OwnRowsService,
    private readonly work: MilestoneWork,
    private readonly reminders: ProjectReminders,
    private readonly activity: ActivityLog,
  ) {}

  add(person: SignedIn, projectId: string, given: NewMilestone): Promise<{ id: string }> {
    return this.database.write(async (em) => {
      const scope = await this.scope.project(em, projectId, person, 'change');
      allow(scope.actor, 'milestone.manage');
      requireRunning(scope.project);
      const all = await milestonesOf(em, projectId);
      const key = given.key ?? freeKey(given.kind, all);
      requireFree(key, scope.project, all);
      if (given.day === undefined && given.rule === undefined) throw wrongField('/day', DAY_OR_RULE);
      const { kind, name, nameEn = null, amount = null, note = null, rule = null } = given;
      const day = await this.dayOf(em, scope.project, given);
      const row: Milestone = {
        id: newId(),
        projectId,
        key,
        kind,
        name,
        nameEn,
        rule,
        day,
        amount,
        note,
        workItemId: null,
        version: 1,
      };
      await insertAll(em, Milestone, [row]);
      if (given.withWork) {
        const { stage = 'closing', teamId } = given;
        const own = { title: name, titleEn: nameEn ?? undefined, stage, teamId, dueRule: key };
        row.workItemId = (await this.ownRows.add(em, scope, own)).id;
        await em.update(Milestone, { id: row.id }, { workItemId: row.workItemId });
      }
      await this.reminders.followAnchors(em, scope.project);
      await this.record(em, scope, row, 'project.milestone-added', null, { key, day, ...(rule && { rule }) });
      return { id: row.id };
    });
  }

  /** `seen` is the version that the caller last saw, or null. Milestones that count from it move along at once. */
  edit(person: SignedIn, id: string, edit: Partial<MilestoneFacts>, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const { row, scope } = await this.changing(em, id, person);
      requireVersion(row, seen);
      const { day: givenDay, rule, ...facts } = edit;
      const before = { ...row };
      const all = await milestonesOf(em, row.projectId);
      if (rule !== undefined) requireNoCycle(all, row.key, rule);
      const dated = givenDay !== undefined || rule !== undefined;
      const day = dated ? await this.dayOf(em, scope.project, edit) : row.day;
      await changeRow(em, Milestone, row, { ...facts, ...(dated && { day, rule: rule ?? null }) });
      const told = differing(before, row);
      if (Object.keys(told).length > 0)
        await this.record(em, scope, row, 'project.milestone-edited', pick(before, told), told);
      if (day !== before.day) await this.follow(em, scope, all, row);
    });
  }

  /** Throws 409 naming what counts from it. Its own work stays, with the days that it has. */
  remove(person: SignedIn, id: string): Promise<void> {
    return this.database.write(async (em) => {
      const { row, scope } = await this.changing(em, id, person);
      const used = rowsCountingFrom(row, await milestonesOf(em, row.projectId), await ruledRows(em, row.projectId));
      if (used.length > 0) throw inUse(used);
      await this.work.release(em, row);
      await em.delete(Milestone, { id });
      await this.reminders.followAnchors(em, scope.project);
      await this.record(em, scope, row, 'project.milestone-removed', { key: row.key, day: row.day }, null);
    });
  }

  private async changing(
    em: EntityManager,
    id: string,
    person: SignedIn,
  ): Promise<{ row: Milestone; scope: ProjectScope }> {
    const found = isId(id) ? await em.findOneBy(Milestone, { id }) : null;
    if (!found) throw notFound();
    const scope = await this.scope.project(em, found.projectId, person, 'change');
    allow(scope.actor, 'milestone.manage');
    requireRunning(scope.project);
    // Read again now that nobody else changes the project.
    const row = await em.findOneBy(Milestone, { id });
    if (!row) throw notFound();
    return { row, scope };
  }

  private async dayOf(em: EntityManager, project: Project, { day, rule }: Partial<MilestoneFacts>): Promise<string> {
    if (day !== undefined && rule !== undefined) throw wrongField('/rule', DAY_OR_RULE);
    if (rule !== undefined) return countedDay(rule, await this.books.of(em, project), '/rule');
    requirePlannable(day!, '/day');
    return day!;
  }

  private async follow(
    em: EntityManager,
    scope: ProjectScope,
    all: readonly Milestone[],
    moved: Milestone,
  ): Promise<void> {
    const { calendar } = await this.books.of(em, scope.project);
    const now = all.map((one) => (one.id === moved.id ? moved : one));
    const anchors = new Map(scope.project.anchors.map(({ key, day }) => [key, day]));
    const days = milestoneDays(now, anchors, calendar);
    const others = now.filter(({ id, key, day }) => id !== moved.id && days.get(key) !== day);
    await updateEach(
      em,
      Milestone,
      ['day'],
      others.map(({ id, key }) => ({ id, day: days.get(key)! })),
    );
    const changed = [moved, ...others.map((one) => ({ ...one, day: days.get(one.key)! }))];
    await this.work.follow(em, scope, changed);
    await this.reminders.followAnchors(em, scope.project);
  }

  private async record(
    em: EntityManager,
    { project, actor }: ProjectScope,
    milestone: Milestone,
    action: string,
    before: Record<string, unknown> | null,
    after: Record<string, unknown> | null,
  ): Promise<void> {
    const subject = { type: 'project' as const, id: project.id, title: project.name };
    const named = { milestone: milestone.name };
    const of = { projectId: project.id, actorId: actor.personId, action, subject };
    await this.activity.record(em, { ...of, before, after: { ...named, ...after } });
  }
}

export function milestonesOf(em: EntityManager, projectId: string): Promise<Milestone[]> {
  return readAll(em, Milestone, 'WHERE t.project_id = ? ORDER BY t.day, t.id', [projectId]);
}

function ruledRows(em: EntityManager, projectId: string): Promise<RuledUse[]> {
  const of = (table: string, item: string) =>
    `SELECT id, ${item} AS "itemId", title, start_rule AS "startRule", due_rule AS "dueRule" FROM ${table}
      WHERE project_id = ? AND (start_rule IS NOT NULL OR due_rule IS NOT NULL)`;
  const sql = `${of('work_items', 'id')} UNION ALL ${of('deliverables', 'work_item_id')}`;
  return plainRows<RuledUse>(em, sql, [projectId, projectId]);
}

function requireFree(key: string, { anchors }: Project, milestones: readonly Milestone[]): void {
  if ([...anchors, ...milestones].some((other) => other.key === key)) throw wrongField('/key', KEY_TAKEN);
}

function requireNoCycle(all: readonly Milestone[], key: string, rule: string): void {
  let way: string[] | null;
  try {
    way = milestoneCycle(
      all.map((one) => (one.key === key ? { key, rule } : one)),
      key,
    );
  } catch {
    // What is no rule at all is told when its day is counted.
    return;
  }
  if (!way) return;
  const round = way.join(' → ');
  throw wrongField('/rule', { zh: `規則繞回自己：${round}。`, en: `The rule counts from itself: ${round}.` });
}

const TOLD = ['kind', 'name', 'nameEn', 'day', 'rule', 'amount', 'note'] as const;

function differing(before: Milestone, after: Milestone): Record<string, unknown> {
  return Object.fromEntries(TOLD.filter((key) => before[key] !== after[key]).map((key) => [key, after[key]]));
}

function pick(row: Milestone, like: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([key]) => key in like));
}

function inUse(used: readonly { title: string }[]) {
  const names = used.slice(0, 10).map(({ title }) => title);
  return conflict(
    'milestone-in-use',
    { zh: `還有規則從它起算：${names.join('、')}。`, en: `Rules still count from it: ${names.join(', ')}.` },
    { used: names, count: used.length },
  );
}

const DAY_OR_RULE = { zh: '請在日期和規則之中擇一填寫。', en: 'Give either a day or a rule.' };
const KEY_TAKEN = { zh: '這個代號已經有基準日使用。', en: 'Another anchor already has this key.' };
