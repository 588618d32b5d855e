import { insertAll } from '@convener/platform';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Message } from './message.entity';
import { newMessage } from './new-message';
import { REQUEUE_AFTER_MS } from './pace';
import { Reminder } from './reminder.entity';

/**
 * Gives claimed reminders to the people whose subjects they are now: into the message that waits for that person, else
 * into a new one. Answers the ids of the messages to queue. Two messages that hand rows to each other at the same
 * moment can deadlock on PostgreSQL; the one that is rolled back is queued again by a sweep.
 */
export async function handOver(
  em: EntityManager,
  moved: ReadonlyMap<string, string[]>,
  now: number,
): Promise<string[]> {
  const messageIds: string[] = [];
  for (const [personId, ids] of [...moved].sort()) {
    const messageId = (await waitingMessage(em, personId, now)) ?? (await freshMessage(em, personId, now));
    await em.update(Reminder, { id: In(ids), status: 'claimed' }, { personId, messageId });
    messageIds.push(messageId);
  }
  return messageIds;
}

/** Only a message that no job has opened: the update holds its row, so that none opens it before the rows are in. */
async function waitingMessage(em: EntityManager, personId: string, now: number): Promise<string | null> {
  const unopened = { status: 'claimed' as const, leaseToken: IsNull() };
  const message = await em.findOne(Message, { where: { ...unopened, personId }, order: { id: 'DESC' } });
  if (!message) return null;
  const held = await em.update(Message, { ...unopened, id: message.id }, { leaseUntil: now + REQUEUE_AFTER_MS });
  return held.affected ? message.id : null;
}

async function freshMessage(em: EntityManager, personId: string, now: number): Promise<string> {
  const message = newMessage(personId, now);
  await insertAll(em, Message, [message]);
  return message.id;
}
