import type { LiveReminder } from './lines';
import type { Reminder } from './reminder.entity';
import type { SubjectNow } from './subjects';

export interface SecondLook {
  /** What still holds and is the addressee's. */
  live: LiveReminder[];
  /** Ids of what holds no more: done, closed, gone, or due on another day. */
  dropped: string[];
  /** Ids of what still holds and is another person's now, by that person. */
  moved: Map<string, string[]>;
}

/** Sorts the reminders of one person's message by how their subjects stand now, the moment before sending. */
export function lookAgain(
  reminders: readonly Reminder[],
  now: ReadonlyMap<string, SubjectNow>,
  personId: string,
): SecondLook {
  const look: SecondLook = { live: [], dropped: [], moved: new Map() };
  for (const { id, subjectType, subjectId, rule, dueDay } of reminders) {
    const subject = now.get(subjectId);
    if (!subject?.open || subject.dueDay !== dueDay || subject.personId === null) look.dropped.push(id);
    else if (subject.personId === personId) look.live.push({ subjectType, subjectId, rule, dueDay, now: subject });
    else look.moved.set(subject.personId, [...(look.moved.get(subject.personId) ?? []), id]);
  }
  return look;
}
