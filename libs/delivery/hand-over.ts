import { NotificationPreferences } from '@convener/notifications';
import { insertAll } from '@convener/platform';
import { heldOrSkipped, Reminder, setEach } from '@convener/reminders';
import { type EntityManager, In } from 'typeorm';
import { Message } from './message.entity';
import { newMessage } from './new-message';
import { REQUEUE_AFTER_MS } from './pace';
import type { MovedReminder } from './second-look';

/**
 * Gives claimed reminders to the people whose subjects they are now: into the message that the second look names, else
 * one that waits for that person, else a new one; for people with rules of their own back into the plan. Answers the
 * ids of the messages to queue.
 */
export async function handOver(em: EntityManager, moved: readonly MovedReminder[], now: number): Promise<string[]> {
  if (moved.length === 0) return [];
  const choosy = await peopleWithPreferences(em, moved);
  const isPlanned = ({ messageId, personId }: MovedReminder) => messageId === null && choosy.has(personId);
  await planAgain(em, moved.filter(isPlanned));
  return intoMessages(
    em,
    moved.filter((one) => !isPlanned(one)),
    now,
  );
}

async function peopleWithPreferences(em: EntityManager, moved: readonly MovedReminder[]): Promise<Set<string>> {
  const ids = [...new Set(moved.map(({ personId }) => personId))];
  const rows = await em.find(NotificationPreferences, { select: { personId: true }, where: { personId: In(ids) } });
  return new Set(rows.map(({ personId }) => personId));
}

/** Whoever has rules of their own about quiet hours and stand-ins gets them by the next claim, which knows those. */
async function planAgain(em: EntityManager, moved: readonly MovedReminder[]): Promise<void> {
  const rows = moved.map(({ id, personId }) => [id, personId]);
  await setEach(em, Reminder, ['person_id'], rows, "status = 'planned', message_id = NULL");
}

async function intoMessages(em: EntityManager, moved: readonly MovedReminder[], now: number): Promise<string[]> {
  if (moved.length === 0) return [];
  const elsewhere = new Set(moved.filter(({ messageId }) => messageId === null).map(({ personId }) => personId));
  const messageOf = await waitingMessages(em, [...elsewhere], now);
  const fresh = [...elsewhere].filter((id) => !messageOf.has(id)).map((personId) => newMessage(personId, now));
  await insertAll(em, Message, fresh);
  for (const { id, personId } of fresh) messageOf.set(personId, id);
  const rows = moved.map(({ id, personId, messageId }) => [id, personId, messageId ?? messageOf.get(personId)!]);
  await setEach(em, Reminder, ['person_id', 'message_id'], rows, "status = 'claimed'");
  return [...messageOf.values()];
}

/**
 * Only messages that no job has opened; they are held, so that none opens them before the rows are in. One that another
 * transaction holds is passed over, not waited for: two that waited for each other would be a deadlock.
 */
async function waitingMessages(
  em: EntityManager,
  personIds: readonly string[],
  now: number,
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const query = em
    .createQueryBuilder(Message, 'm')
    .select(['m.id', 'm.personId'])
    .where({ single: false })
    .andWhere(
      "m.status = 'claimed' AND m.leaseToken IS NULL AND m.forPersonId IS NULL AND m.personId IN (:...personIds)",
      { personIds },
    );
  const messages = await heldOrSkipped(query).getMany();
  const newest = new Map(messages.map(({ id, personId }) => [personId, id]));
  if (newest.size > 0) {
    await em.update(Message, { id: In([...newest.values()]) }, { leaseUntil: now + REQUEUE_AFTER_MS });
  }
  return newest;
}
