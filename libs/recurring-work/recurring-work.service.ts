import { allow, type SignedIn } from '@convener/access';
import { ActivityLog, difference } from '@convener/activity';
import { Clock, type Day, dayAt, isId, newId, notFound, requireVersion } from '@convener/kernel';
import { Database, insertAll, plainRows, readAll } from '@convener/platform';
import {
  changeRow,
  changeRows,
  lockClause,
  type ProjectScope,
  requirePlannable,
  requireTeam,
  requireWorker,
  WorkItem,
  WorkScope,
  wrongField,
} from '@convener/projects';
import { type Occurrence, occurrences, OfficeCalendars, type Recurrence } from '@convener/schedule';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { endOf, isTooLong } from './recurring.rules';
import { untouchedFrom } from './recurring-occurrence.rows';
import { RecurringOccurrences } from './recurring-occurrences';
import { RecurringWork } from './recurring-work.entity';

type Facts = Pick<RecurringWork, 'title' | 'stage'> &
  Partial<Pick<RecurringWork, 'titleEn' | 'dueTime' | 'untilDay' | 'untilAnchor' | 'teamId' | 'assigneeId'>>;

/** What a manager or lead says of recurring work: when it comes again, until a day or an anchor, and what it is. */
export interface GivenRecurring extends Facts, Pick<Recurrence, 'every' | 'fromDay' | 'daysOff'> {
  weekday?: number;
  monthDay?: number;
  workflow?: string;
  place?: string;
}

/** Undefined leaves a field alone. Its rhythm stays: another rhythm is other work. */
export type RecurringEdit = Partial<Omit<Facts, 'stage'>>;

/** Plans work that comes again. */
@Injectable()
export class RecurringWorkService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly activity: ActivityLog,
    private readonly calendars: OfficeCalendars,
    private readonly made: RecurringOccurrences,
  ) {}

  /** Every date that it would have. Throws 400 as create() would. */
  preview(person: SignedIn, projectId: string, given: GivenRecurring): Promise<{ endDay: Day; dates: Occurrence[] }> {
    return this.database.read(async (em) => {
      const scope = await this.scope.project(em, projectId, person);
      allow(scope.actor, 'recurring.manage', { teamId: given.teamId ?? null });
      return this.checked(em, scope, this.rowOf(scope, given));
    });
  }

  create(person: SignedIn, projectId: string, given: GivenRecurring): Promise<{ id: string }> {
    return this.database.write(async (em) => {
      const scope = await this.scope.project(em, projectId, person, 'keep');
      const { project, actor } = scope;
      allow(actor, 'recurring.manage', { teamId: given.teamId ?? null });
      const row = this.rowOf(scope, given);
      await this.checked(em, scope, row);
      await insertAll(em, RecurringWork, [row]);
      const { every, weekday, monthDay, fromDay, untilDay, untilAnchor } = row;
      await this.record(em, scope, row, 'recurring.added', {
        after: { every, weekday, monthDay, fromDay, untilDay, untilAnchor },
      });
      await this.made.keep(em, project, row, actor.personId);
      return { id: row.id };
    });
  }

  /** `seen` is the version that the caller last saw, or null. What nobody has begun of it changes with it. */
  edit(person: SignedIn, id: string, edit: RecurringEdit, seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const { scope, work } = await this.held(em, id, person);
      requireVersion(work, seen);
      if (edit.teamId !== undefined) allow(scope.actor, 'recurring.manage', { teamId: edit.teamId });
      const changed = difference(work, withOneEnd(edit));
      if (!changed) return;
      await this.checked(em, scope, { ...work, ...changed.after });
      const next = await changeRow(em, RecurringWork, work, changed.after);
      await this.record(em, scope, next, 'recurring.edited', changed);
      await this.pass(em, scope, next, edit);
      await this.made.keep(em, scope.project, next, scope.actor.personId);
    });
  }

  /** Nothing more is made of it, and what nobody has begun is set aside. */
  end(person: SignedIn, id: string): Promise<void> {
    return this.database.write(async (em) => {
      const { scope, work } = await this.held(em, id, person);
      if (work.endedAt !== null) return;
      const ended = await changeRow(em, RecurringWork, work, { endedAt: this.clock.now() });
      await this.record(em, scope, ended, 'recurring.ended', {});
      await this.made.keep(em, scope.project, ended, scope.actor.personId);
    });
  }

  private async held(em: EntityManager, id: string, person: SignedIn) {
    const sql = 'SELECT project_id AS "projectId" FROM recurring_work WHERE id = ?';
    const [found] = isId(id) ? await plainRows<{ projectId: string }>(em, sql, [id]) : [];
    if (!found) throw notFound();
    const scope = await this.scope.project(em, found.projectId, person, 'keep');
    const [work] = await readAll(em, RecurringWork, `WHERE t.id = ?${lockClause(em, 'write')}`, [id]);
    if (!work) throw notFound();
    allow(scope.actor, 'recurring.manage', work);
    return { scope, work };
  }

  /** Gives what nobody has begun the new title, time, sub-team and assignee. */
  private async pass(em: EntityManager, { project }: ProjectScope, work: RecurringWork, edit: RecurringEdit) {
    const { title, titleEn, dueTime, teamId, assigneeId } = edit;
    const items = await untouchedFrom(em, work, dayAt(this.clock.now(), project.zone));
    const changes = items.flatMap((row) => {
      const changed = difference(row, { title, titleEn, dueTime, teamId, assigneeId });
      return changed ? [{ row, changes: changed.after }] : [];
    });
    await changeRows(em, WorkItem, changes);
  }

  private rowOf({ project, actor }: ProjectScope, given: GivenRecurring): RecurringWork {
    const { every, weekday, monthDay, fromDay, daysOff, title, stage } = given;
    return {
      ...{ id: newId(), projectId: project.id, title, stage, every, fromDay, daysOff },
      titleEn: given.titleEn ?? null,
      weekday: weekday ?? null,
      monthDay: monthDay ?? null,
      dueTime: given.dueTime ?? null,
      untilDay: given.untilDay ?? null,
      untilAnchor: given.untilAnchor ?? null,
      teamId: given.teamId ?? null,
      assigneeId: given.assigneeId ?? null,
      workflow: given.workflow ?? 'own',
      place: given.place ?? null,
      generatedUntil: null,
      createdBy: actor.personId,
      createdAt: this.clock.now(),
      endedAt: null,
      version: 1,
    };
  }

  /** Throws 400 at what cannot be, also where it would never come. */
  private async checked(em: EntityManager, { project }: ProjectScope, row: RecurringWork) {
    requireRhythm(row);
    const at = row.untilAnchor === null ? '/untilDay' : '/untilAnchor';
    if ((row.untilDay === null) === (row.untilAnchor === null)) throw wrongField('/untilDay', ONE_END);
    const endDay = endOf(row, project);
    if (endDay === null) throw wrongField(at, NO_ANCHOR);
    for (const [field, day] of [['/fromDay', row.fromDay] as const, [at, endDay] as const])
      requirePlannable(day, field);
    if (isTooLong(row.fromDay, endDay)) throw wrongField(at, TOO_LONG);
    const dates = occurrences(row, endDay, await this.calendars.current(em, project.ownDays));
    if (dates.length === 0) throw wrongField(at, NEVER);
    await requireReferences(em, row);
    return { endDay, dates };
  }

  private record(
    em: EntityManager,
    { project, actor }: ProjectScope,
    { id, title }: RecurringWork,
    action: string,
    said: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    const subject = { type: 'project' as const, id: project.id, title: project.name };
    const after = { recurring: id, title, ...said.after };
    const base = { projectId: project.id, actorId: actor.personId, action, subject };
    return this.activity.record(em, { ...base, before: said.before ?? null, after });
  }
}

/** A new end of the one kind takes the place of the other. */
function withOneEnd(edit: RecurringEdit): RecurringEdit {
  if (edit.untilDay && edit.untilAnchor === undefined) return { ...edit, untilAnchor: null };
  if (edit.untilAnchor && edit.untilDay === undefined) return { ...edit, untilDay: null };
  return edit;
}

function requireRhythm({ every, weekday, monthDay }: RecurringWork): void {
  const monthly = every === 'month';
  if (!monthly && weekday === null) throw wrongField('/weekday', { zh: '請選星期幾。', en: 'Choose a weekday.' });
  if (monthly && monthDay === null)
    throw wrongField('/monthDay', { zh: '請選每月幾日。', en: 'Choose a day of the month.' });
  if (monthly && weekday !== null)
    throw wrongField('/weekday', { zh: '每月的工作不填星期幾。', en: 'Monthly work has no weekday.' });
  if (!monthly && monthDay !== null)
    throw wrongField('/monthDay', { zh: '每週的工作不填每月幾日。', en: 'Weekly work has no day of the month.' });
}

async function requireReferences(
  em: EntityManager,
  { projectId, teamId, assigneeId, place }: RecurringWork,
): Promise<void> {
  if (teamId) await requireTeam(em, projectId, teamId);
  if (assigneeId) await requireWorker(em, projectId, assigneeId);
  if (place && (await plainRows(em, PLACE, [projectId, place, projectId, place, projectId, place])).length === 0)
    throw wrongField('/place', { zh: '這個專案沒有這一項。', en: 'The project has no such place of a standard.' });
}

const PLACE = ['work_items', 'deliverables', 'checks']
  .map((table) => `SELECT 1 AS found FROM ${table} WHERE project_id = ? AND place = ?`)
  .join(' UNION ALL ');
const ONE_END = {
  zh: '請填結束日或結束的基準日，擇一。',
  en: 'Give a last day or an anchor that ends it, one of the two.',
};
const NO_ANCHOR = { zh: '這個專案沒有這個基準日。', en: 'The project has no such anchor.' };
const TOO_LONG = { zh: '期間最長五年。', en: 'It may last five years at most.' };
const NEVER = { zh: '照這樣設定，期間內一次也不會發生。', en: 'As it stands it would never come in that time.' };
