import { ActivityLog, type Change } from '@convener/activity';
import { addDays, Clock, type Day, dayAt, earlier, newId } from '@convener/kernel';
import { insertAll, plainRows, readAll, updateRow } from '@convener/platform';
import {
  changeRows,
  lockClause,
  ownItem,
  POSITION_STEP,
  positionAfter,
  type Project,
  ProjectReminders,
  statusChanged,
  WorkItem,
} from '@convener/projects';
import { OfficeCalendars } from '@convener/schedule';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { endOf, horizonOf, missingOf, wantsLook } from './recurring.rules';
import { RecurringOccurrence } from './recurring-occurrence.entity';
import { lastDays, linksOf, untouchedFrom } from './recurring-occurrence.rows';
import { RecurringWork } from './recurring-work.entity';

/** Keeps the work items of recurring work in step with its rule. Every method joins the caller's transaction. */
@Injectable()
export class RecurringOccurrences {
  constructor(
    private readonly clock: Clock,
    private readonly activity: ActivityLog,
    private readonly reminders: ProjectReminders,
    private readonly calendars: OfficeCalendars,
  ) {}

  /**
   * Makes what is missing within the next two weeks and sets aside what stands beyond the end. `work` is a locked row of
   * a running project; `actorId` null for the sweep.
   */
  async keep(em: EntityManager, project: Project, work: RecurringWork, actorId: string | null): Promise<void> {
    await this.reminders.replan(em, project, await this.change(em, project, work, actorId));
  }

  /** The same for all recurring work of a project whose anchors have moved. The caller re-plans the reminders. */
  async follow(em: EntityManager, project: Project, actorId: string): Promise<void> {
    const tail = `WHERE t.project_id = ? AND t.ended_at IS NULL ORDER BY t.id${lockClause(em, 'write')}`;
    const all = await readAll(em, RecurringWork, tail, [project.id]);
    if (all.length === 0) return;
    const today = dayAt(this.clock.now(), project.zone);
    const last = await lastDays(em, project.id, today);
    for (const work of all) {
      const end = endOf(work, project);
      if (end === null) continue;
      const stands = last.get(work.id);
      const beyond = stands !== undefined && stands > end;
      if (beyond || wantsLook(work, end, today)) await this.change(em, project, work, actorId);
    }
  }

  /** Answers the ids of the work items that were set aside or made. */
  private async change(
    em: EntityManager,
    project: Project,
    work: RecurringWork,
    actorId: string | null,
  ): Promise<string[]> {
    const today = dayAt(this.clock.now(), project.zone);
    const end = work.endedAt === null ? endOf(work, project) : addDays(today, -1);
    // An anchor that the project has lost says no end: nothing more is made until somebody gives one.
    if (end === null) return [];
    const aside = await this.setAside(em, project, work, end, actorId);
    const known = { ...work, generatedUntil: work.generatedUntil && earlier(work.generatedUntil, end) };
    const made = work.endedAt === null ? await this.make(em, project, known, end, actorId) : [];
    const horizon = horizonOf(end, today);
    const until = known.generatedUntil && known.generatedUntil > horizon ? known.generatedUntil : horizon;
    await updateRow(em, RecurringWork, { generatedUntil: until }, { id: work.id });
    return [...aside, ...made];
  }

  private async setAside(
    em: EntityManager,
    project: Project,
    work: RecurringWork,
    end: Day,
    actorId: string | null,
  ): Promise<string[]> {
    const today = dayAt(this.clock.now(), project.zone);
    const beyond = (await untouchedFrom(em, work, today)).filter(({ dueDay }) => dueDay! > end);
    if (beyond.length === 0) return [];
    const reason = work.endedAt === null ? BEYOND_END : ENDED;
    const told = { status: 'not-applicable' as const, reason };
    const changes = { ...told, ...statusChanged(this.clock.now()) };
    await changeRows(
      em,
      WorkItem,
      beyond.map((row) => ({ row, changes })),
    );
    // Forgotten as occurrences, so that a later end brings them anew.
    await em.delete(RecurringOccurrence, { workItemId: In(beyond.map(({ id }) => id)) });
    const said = { before: { status: 'to-do' }, after: told };
    await this.record(em, project, actorId, 'work-item.status', beyond, said);
    return beyond.map(({ id }) => id);
  }

  private async make(
    em: EntityManager,
    project: Project,
    work: RecurringWork,
    end: Day,
    actorId: string | null,
  ): Promise<string[]> {
    const now = this.clock.now();
    const calendar = await this.calendars.current(em, project.ownDays);
    // What somebody had begun stayed when the end came nearer.
    const taken = new Set((await em.findBy(RecurringOccurrence, { recurringId: work.id })).map((row) => row.slotDay));
    const missing = missingOf(work, end, dayAt(now, project.zone), calendar);
    const wanted = missing.filter(({ slot }) => !taken.has(slot));
    if (wanted.length === 0) return [];
    const assigneeId = await this.present(em, work);
    const first = await positionAfter(em, project.id, null);
    const items = wanted.map(({ day }, index) =>
      ownItem(project.id, { ...work, assigneeId, startDay: day, dueDay: day }, first + index * POSITION_STEP, now),
    );
    await insertAll(em, WorkItem, items);
    await insertAll(em, RecurringOccurrence, linksOf(work, wanted, items));
    await this.record(em, project, actorId, 'work-item.added', items, { after: { recurring: work.id } });
    return items.map(({ id }) => id);
  }

  /** Its assignee, while still one of the project's crew. */
  private async present(em: EntityManager, { projectId, assigneeId }: RecurringWork): Promise<string | null> {
    if (assigneeId === null) return null;
    const rows = await plainRows<{ role: string }>(em, ROLE, [projectId, assigneeId]);
    return rows.some(({ role }) => role !== 'viewer') ? assigneeId : null;
  }

  private record(
    em: EntityManager,
    project: Project,
    actorId: string | null,
    action: string,
    items: readonly WorkItem[],
    said: Pick<Change, 'before' | 'after'>,
  ): Promise<void> {
    const base = { projectId: project.id, actorId, action, batchId: newId(), ...said };
    const entries = items.map(({ id, title }) => ({ ...base, subject: { type: 'work-item' as const, id, title } }));
    return this.activity.record(em, ...entries);
  }
}

const BEYOND_END =
  '週期工作的結束日提前，這一次不再需要 / The recurring work ends earlier, so this one is no longer needed';
const ENDED = '週期工作已結束，這一次不再需要 / The recurring work has ended, so this one is no longer needed';

const ROLE = 'SELECT role FROM project_members WHERE project_id = ? AND person_id = ?';
