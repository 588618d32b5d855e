import type { Reminder, SubjectNow } from '@convener/reminders';
import type { LiveReminder } from './lines';
import type { Message } from './message.entity';

export interface SecondLook {
  /** What still holds, by the message that tells its person. */
  live: Map<string, LiveReminder[]>;
  /** Ids of what holds no more: done, closed, gone, due on another day, or asked for by no rule. */
  dropped: string[];
  /** What still holds and is another person's now. Where one of the messages is that person's, it is live there. */
  moved: MovedReminder[];
}

export interface MovedReminder {
  id: string;
  personId: string;
  /** The one of the messages looked at that it goes to; null where none of them is that person's. */
  messageId: string | null;
}

type LookedAt = Pick<Message, 'id' | 'personId' | 'status'>;

/**
 * Sorts the reminders of some messages by how their subjects stand now, the moment before sending. A message that its
 * reader may have seen already (its mail is tried again) takes over nothing.
 */
export function lookAgain(
  messages: readonly LookedAt[],
  reminders: readonly Reminder[],
  now: ReadonlyMap<string, SubjectNow>,
): SecondLook {
  const personOf = new Map(messages.map(({ id, personId }) => [id, personId]));
  const unseen = messages.filter(({ status }) => status === 'claimed');
  const newMessageOf = new Map(unseen.map(({ id, personId }) => [personId, id]));
  const look: SecondLook = { live: new Map(messages.map(({ id }) => [id, []])), dropped: [], moved: [] };
  for (const reminder of reminders) {
    const { id, messageId, subjectType, subjectId, rule, kind, note } = reminder;
    const subject = now.get(subjectId);
    const personId = subject ? receiverOf(subject, reminder) : null;
    if (!subject || personId === null) {
      look.dropped.push(id);
      continue;
    }
    const stays = personOf.get(messageId ?? '') === personId;
    const home = stays ? messageId : (newMessageOf.get(personId) ?? null);
    if (!stays) look.moved.push({ id, personId, messageId: home });
    const told = { subjectType, subjectId, rule, dueDay: subject.dueDay, kind, note, now: subject };
    if (home !== null) look.live.get(home)?.push(told);
  }
  return look;
}

function receiverOf(subject: SubjectNow, reminder: Reminder): string | null {
  if (subject.receiver) return subject.receiver(reminder);
  return subject.open && subject.dueDay === reminder.dueDay ? subject.personId : null;
}
