import type { Day } from '@convener/kernel';
import type { Recipient } from '@convener/templates';
import type { ReminderKind, SubjectType } from './reminder.entity';

/** What makes two reminders the same one. Any difference means: cancel the old row, plan a new one. */
export interface PlannedReminder {
  subjectType: SubjectType;
  subjectId: string;
  personId: string;
  /** As what the person is told; null: as the one whose work it is. */
  recipient: Recipient | null;
  kind: ReminderKind;
  rule: string;
  /** The day that it counts from. */
  dueDay: Day;
  /** Epoch milliseconds. */
  fireAt: number;
  /** Epoch milliseconds. */
  expiresAt: number | null;
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
 * planned anew, for their instant has come, but they still reach whoever `receiverOf` says, if they still hold.
 */
export function diffLate<R extends StoredReminder>(
  rows: readonly R[],
  receiverOf: (row: R) => string | null,
): LateDiff {
  const diff: LateDiff = { cancel: [], readdress: new Map() };
  for (const row of rows) {
    const personId = receiverOf(row);
    if (personId === null) diff.cancel.push(row.id);
    else if (personId !== row.personId) diff.readdress.set(personId, [...(diff.readdress.get(personId) ?? []), row.id]);
  }
  return diff;
}

function identity(row: Omit<StoredReminder, 'id'>): string {
  const { subjectType, subjectId, personId, recipient, kind, rule, dueDay, fireAt, expiresAt } = row;
  return [subjectType, subjectId, personId, recipient, kind, rule, dueDay, fireAt, expiresAt].join('|');
}
