import { Clock, newId } from '@convener/kernel';
import { insertAll, readAll } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, type QueryDeepPartialEntity } from 'typeorm';
import { diffLate, diffPlan, type PlannedReminder } from './diff';
import { Reminder } from './reminder.entity';
import type { RuleSet } from './rule-set';
import type { SubjectPlan } from './subjects';
import { type AnchorDays, receiverNow, remindersFor, type WorkingDays } from './wanted';

/** Up to so many subjects their rows are looked up one by one; beyond, the projects' planned rows are read at once. */
const FEW_SUBJECTS = 200;
const IDS_PER_STATEMENT = 10_000;

const PLANNED_OF_SUBJECTS = "WHERE t.subject_id IN ?* AND t.status = 'planned' AND t.project_id IN ?*";
const PLANNED_OF_PROJECTS = "WHERE t.project_id IN ?* AND t.status = 'planned'";
const PLANNED_BY_RULE = "WHERE t.project_id IN ?* AND t.status = 'planned' AND t.rule = ?";
const NO_ANCHORS: AnchorDays = new Map();

/** What the reminders of some subjects of one project are planned by. */
export interface ProjectPlan {
  projectId: string;
  /** IANA zone of the project. */
  zone: string;
  subjects: readonly SubjectPlan[];
  rules: RuleSet;
  calendar: WorkingDays;
  anchors: AnchorDays;
}

/** Keeps the planned reminders of projects true. Every method joins the caller's transaction. */
@Injectable()
export class RemindersPlan {
  constructor(private readonly clock: Clock) {}

  /**
   * Makes the planned rows of these subjects what their days and rules want now: cancels those that no longer hold, adds
   * the missing ones, and leaves all other subjects alone. `zone` is the project's IANA zone. A nudge whose instant has
   * come is never planned; one that is due and not yet claimed stays, and goes to whoever has the subject now.
   */
  replan(
    em: EntityManager,
    projectId: string,
    zone: string,
    subjects: readonly SubjectPlan[],
    rules: RuleSet,
    calendar: WorkingDays,
    anchors = NO_ANCHORS,
  ): Promise<void> {
    return this.replanAll(em, [{ projectId, zone, subjects, rules, calendar, anchors }]);
  }

  /**
   * The same for several projects at once, in as many statements. With `only`, the key of the one rule that their plans
   * hold, rows that other rules want stay as they are.
   */
  async replanAll(em: EntityManager, plans: readonly ProjectPlan[], only?: string): Promise<void> {
    const those = plans.filter(({ subjects }) => subjects.length > 0);
    if (those.length === 0) return;
    const now = this.clock.now();
    const planned = await this.plannedRows(em, those, only);
    const late = diffLate(
      planned.filter(({ fireAt }) => fireAt <= now),
      receiverIn(those),
    );
    const { cancel, insert } = diffPlan(
      planned.filter(({ fireAt }) => fireAt > now),
      those.flatMap((plan) => wantedBy(plan, now)),
    );
    await this.change(em, [...cancel, ...late.cancel], { status: 'cancelled', settledAt: now });
    for (const [personId, ids] of late.readdress) await this.change(em, ids, { personId });
    const projectOf = new Map(
      those.flatMap(({ projectId, subjects }) => subjects.map(({ ref }) => [ref.id, projectId] as const)),
    );
    await insertAll(
      em,
      Reminder,
      insert.map((reminder) => newRow(projectOf.get(reminder.subjectId)!, reminder, now)),
    );
  }

  /** Asks for a reminder that goes out with the next sweep, as a message of its own. */
  async remindNow(
    em: EntityManager,
    projectId: string,
    reminder: Omit<PlannedReminder, 'kind' | 'rule' | 'fireAt' | 'expiresAt'> & { note: string | null },
    kind: 'manual' | 'mention' | 'returned' = 'manual',
  ): Promise<void> {
    const now = this.clock.now();
    const asked = { ...reminder, kind, rule: kind, fireAt: now, expiresAt: null };
    await insertAll(em, Reminder, [newRow(projectId, asked, now)]);
  }

  /** Cancels everything that is planned for a project, because it was closed. */
  async cancelProject(em: EntityManager, projectId: string): Promise<void> {
    const settled = { status: 'cancelled', settledAt: this.clock.now() } as const;
    await em.update(Reminder, { projectId, status: 'planned' }, settled);
  }

  private async plannedRows(em: EntityManager, plans: readonly ProjectPlan[], only?: string): Promise<Reminder[]> {
    const projects = plans.map(({ projectId }) => projectId);
    if (only !== undefined) return readAll(em, Reminder, PLANNED_BY_RULE, [projects, only]);
    const ids = [...new Set(plans.flatMap(({ subjects }) => subjects.map(({ ref }) => ref.id)))];
    if (ids.length <= FEW_SUBJECTS) return readAll(em, Reminder, PLANNED_OF_SUBJECTS, [ids, projects]);
    const wanted = new Set(ids);
    const all = await readAll(em, Reminder, PLANNED_OF_PROJECTS, [projects]);
    return all.filter(({ subjectId }) => wanted.has(subjectId));
  }

  /** Only rows that are still planned: one that a sweep has claimed meanwhile is looked at again before it is sent. */
  private async change(em: EntityManager, ids: readonly string[], to: QueryDeepPartialEntity<Reminder>): Promise<void> {
    for (let start = 0; start < ids.length; start += IDS_PER_STATEMENT) {
      await em.update(Reminder, { id: In(ids.slice(start, start + IDS_PER_STATEMENT)), status: 'planned' }, to);
    }
  }
}

function wantedBy({ subjects, rules, anchors, calendar, zone }: ProjectPlan, now: number): PlannedReminder[] {
  return subjects.flatMap((subject) => remindersFor(subject, subject.rules ?? rules, anchors, calendar, zone, now));
}

function receiverIn(plans: readonly ProjectPlan[]): (row: Reminder) => string | null {
  const subjects = new Map(
    plans.flatMap((plan) => plan.subjects.map((subject) => [subject.ref.id, { subject, plan }] as const)),
  );
  return (row) => {
    const found = subjects.get(row.subjectId);
    if (!found) return null;
    const { rules, anchors, calendar, zone } = found.plan;
    return receiverNow(row, found.subject, found.subject.rules ?? rules, anchors, calendar, zone);
  };
}

function newRow(projectId: string, planned: PlannedReminder & { note?: string | null }, now: number): Reminder {
  const row = { note: null, ...planned, id: newId(), projectId };
  return { ...row, status: 'planned', messageId: null, createdAt: now, settledAt: null };
}
