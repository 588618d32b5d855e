import { Injectable } from '@nestjs/common';
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
import { type Occurrence, OfficeCalendars } from '@convener/schedule';
import { type EntityManager, In } from 'typeorm';
import { endOf, horizonOf, missingOf } from './recurring.rules';
import { RecurringOccurrence } from './recurring-occurrence.entity';
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
    const today = dayAt(this.clock.now(), project.zone);
    const end = work.endedAt === null ? endOf(work, project) : addDays(today, -1);
    // An anchor that the project has lost says no end: nothing more is made until somebody gives one.
    if (end === null) return;
    const aside = await this.setAside(em, project, work, end, actorId);
    const known = { ...work, generatedUntil: work.generatedUntil && earlier(work.generatedUntil, end) };
    const made = work.endedAt === null ? await this.make(em, project, known, end, actorId) : [];
    const horizon = horizonOf(end, today);
    const until = known.generatedUntil && known.generatedUntil > horizon ? known.generatedUntil : horizon;
    await updateRow(em, RecurringWork, { generatedUntil: until }, { id: work.id });
    await this.reminders.replan(em, project, [...aside, ...made]);
  }

  /** The same for all recurring work of a project whose anchors have moved. */
  async follow(em: EntityManager, project: Project, actorId: string): Promise<void> {
    const tail = `WHERE t.project_id = ? AND t.ended_at IS NULL ORDER BY t.id${lockClause(em, 'write')}`;
    for (const work of await readAll(em, RecurringWork, tail, [project.id]))
      await this.keep(em, project, work, actorId);
  }

  /** Its occurrences from today on that nobody has begun, locked. */
  async untouched(em: EntityManager, work: Pick<RecurringWork, 'id'>, from: Day): Promise<WorkItem[]> {
    return readAll(em, WorkItem, `${UNTOUCHED}${lockClause(em, 'write')}`, [from, work.id]);
  }

  private async setAside(
    em: EntityManager,
    project: Project,
    work: RecurringWork,
    end: Day,
    actorId: string | null,
  ): Promise<string[]> {
    const today = dayAt(this.clock.now(), project.zone);
    const beyond = (await this.untouched(em, work, today)).filter(({ dueDay }) => dueDay! > end);
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

const BEYOND_END = '週期工作的結束日提前，這一次不再需要。';
const ENDED = '週期工作已結束，這一次不再需要。';

const ROLE = 'SELECT role FROM project_members WHERE project_id = ? AND person_id = ?';

const UNTOUCHED = `
  WHERE t.status = 'to-do' AND t.due_day >= ?
    AND t.id IN (SELECT work_item_id FROM recurring_occurrences WHERE recurring_id = ?) ORDER BY t.id`;

function linksOf(
  { id }: RecurringWork,
  slots: readonly Occurrence[],
  items: readonly WorkItem[],
): RecurringOccurrence[] {
  return slots.map(({ slot }, index) => ({ recurringId: id, slotDay: slot, workItemId: items[index]!.id }));
}
