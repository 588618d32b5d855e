import type { Day } from '@convener/kernel';
import type { SubjectPlan, SubjectType } from './subjects';

/** What makes two reminders the same one. Any difference means: cancel the old row, plan a new one. */
export interface PlannedReminder {
  subjectType: SubjectType;
  subjectId: string;
  personId: string;
  rule: string;
  dueDay: Day;
  /** Epoch milliseconds. */
  fireAt: number;
}

export interface StoredReminder extends Omit<PlannedReminder, 'personId'> {
  id: string;
  personId: string | null;
}

export interface PlanDiff {
  /** Ids of planned rows that no longer hold, doubles included. */
  cancel: string[];
  insert: PlannedReminder[];
}

/** Compares the planned rows of some subjects with those that they want now. A row that still holds stays untouched. */
export function diffPlan(planned: readonly StoredReminder[], wanted: readonly PlannedReminder[]): PlanDiff {
  const missing = new Map(wanted.map((reminder) => [identity(reminder), reminder]));
  const cancel = planned.filter((row) => !missing.delete(identity(row))).map(({ id }) => id);
  return { cancel, insert: [...missing.values()] };
}

export interface LateDiff {
  cancel: string[];
  /** Ids of rows by the person that they go to. */
  readdress: Map<string, string[]>;
}

/**
 * What a change of plan does to rows that came due while nothing claimed them (the worker was off): they are not
 * planned anew, for their instant has come, but they still reach whoever has the subject now, if it still holds.
 */
export function diffLate(rows: readonly StoredReminder[], subjects: readonly SubjectPlan[]): LateDiff {
  const byId = new Map(subjects.map((subject) => [subject.ref.id, subject]));
  const diff: LateDiff = { cancel: [], readdress: new Map() };
  for (const row of rows) {
    const subject = byId.get(row.subjectId);
    if (!subject?.open || subject.personId === null || subject.dueDay !== row.dueDay) diff.cancel.push(row.id);
    else if (subject.personId !== row.personId) {
      diff.readdress.set(subject.personId, [...(diff.readdress.get(subject.personId) ?? []), row.id]);
    }
  }
  return diff;
}

function identity(row: Omit<StoredReminder, 'id'>): string {
  return [row.subjectType, row.subjectId, row.personId, row.rule, row.dueDay, row.fireAt].join('|');
}
