import { Clock, newId } from '@convener/kernel';
import { insertAll, readAll } from '@convener/platform';
import type { ReminderPolicy } from '@convener/templates';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, type QueryDeepPartialEntity } from 'typeorm';
import { diffLate, diffPlan, type PlannedReminder } from './diff';
import { Reminder } from './reminder.entity';
import type { SubjectPlan } from './subjects';
import { nudgesFor, type WorkingDays } from './timing';

/** Up to so many subjects their rows are looked up one by one; beyond, the project's planned rows are read at once. */
const FEW_SUBJECTS = 200;
const IDS_PER_STATEMENT = 10_000;

const PLANNED_OF_SUBJECTS = "WHERE t.subject_id IN ?* AND t.status = 'planned' AND t.project_id = ?";
const PLANNED_OF_PROJECT = "WHERE t.project_id = ? AND t.status = 'planned'";

/** Keeps the planned reminders of a project true. Every method joins the caller's transaction. */
@Injectable()
export class RemindersPlan {
  constructor(private readonly clock: Clock) {}

  /**
   * Makes the planned rows of these subjects what their due days want now: cancels those that no longer hold, adds the
   * missing ones, and leaves all other subjects alone. `zone` is the project's IANA zone. A nudge whose instant has
   * come is never planned; one that is due and not yet claimed stays, and goes to whoever has the subject now.
   */
  async replan(
    em: EntityManager,
    projectId: string,
    zone: string,
    subjects: readonly SubjectPlan[],
    policy: ReminderPolicy,
    calendar: WorkingDays,
  ): Promise<void> {
    if (subjects.length === 0) return;
    const now = this.clock.now();
    const planned = await this.plannedRows(em, projectId, subjects);
    const late = diffLate(
      planned.filter(({ fireAt }) => fireAt <= now),
      subjects,
    );
    const wanted = subjects.flatMap((subject) => wantedBy(subject, zone, policy, calendar, now));
    const { cancel, insert } = diffPlan(
      planned.filter(({ fireAt }) => fireAt > now),
      wanted,
    );
    await this.change(em, [...cancel, ...late.cancel], { status: 'cancelled', settledAt: now });
    for (const [personId, ids] of late.readdress) await this.change(em, ids, { personId });
    await insertAll(
      em,
      Reminder,
      insert.map((reminder) => newRow(projectId, reminder, now)),
    );
  }

  /** Cancels everything that is planned for a project, because it was closed. */
  async cancelProject(em: EntityManager, projectId: string): Promise<void> {
    const settled = { status: 'cancelled', settledAt: this.clock.now() } as const;
    await em.update(Reminder, { projectId, status: 'planned' }, settled);
  }

  private async plannedRows(
    em: EntityManager,
    projectId: string,
    subjects: readonly SubjectPlan[],
  ): Promise<Reminder[]> {
    const ids = [...new Set(subjects.map(({ ref }) => ref.id))];
    if (ids.length <= FEW_SUBJECTS) return readAll(em, Reminder, PLANNED_OF_SUBJECTS, [ids, projectId]);
    const wanted = new Set(ids);
    const all = await readAll(em, Reminder, PLANNED_OF_PROJECT, [projectId]);
    return all.filter(({ subjectId }) => wanted.has(subjectId));
  }

  /** Only rows that are still planned: one that a sweep has claimed meanwhile is looked at again before it is sent. */
  private async change(em: EntityManager, ids: readonly string[], to: QueryDeepPartialEntity<Reminder>): Promise<void> {
    for (let start = 0; start < ids.length; start += IDS_PER_STATEMENT) {
      await em.update(Reminder, { id: In(ids.slice(start, start + IDS_PER_STATEMENT)), status: 'planned' }, to);
    }
  }
}

function wantedBy(
  { ref, dueDay, open, personId }: SubjectPlan,
  zone: string,
  policy: ReminderPolicy,
  calendar: WorkingDays,
  now: number,
): PlannedReminder[] {
  if (!open || dueDay === null || personId === null) return [];
  const common = { subjectType: ref.type, subjectId: ref.id, personId, dueDay };
  return nudgesFor(dueDay, zone, policy, calendar, now).map((nudge) => ({ ...common, ...nudge }));
}

function newRow(projectId: string, planned: PlannedReminder, now: number): Reminder {
  return { ...planned, id: newId(), projectId, status: 'planned', messageId: null, createdAt: now, settledAt: null };
}
