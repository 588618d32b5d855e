import { Clock } from '@convener/kernel';
import { Database, insertAll } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, LessThanOrEqual } from 'typeorm';
import { Message } from './message.entity';
import { newMessage } from './new-message';
import { MESSAGES_PER_REQUEUE, PEOPLE_PER_CLAIM, REQUEUE_AFTER_MS } from './pace';
import { Reminder } from './reminder.entity';

const DUE = "r.status = 'planned' AND r.fireAt <= :now AND r.personId IS NOT NULL";

/** Takes what is due out of the plan. Any number of processes may claim at the same time: a row is won once. */
@Injectable()
export class Claims {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Claims all due reminders of up to PEOPLE_PER_CLAIM people and gives each of them one message, in one transaction.
   * Answers the ids of the new messages; none when nothing is due.
   */
  async claimDue(): Promise<string[]> {
    const now = this.clock.now();
    const waiting = await this.database.read((em) => duePeople(em, now));
    if (waiting.length === 0) return [];
    return this.database.write(async (em) => {
      const messages = (await duePeople(em, now)).map((personId) => newMessage(personId, now));
      if (messages.length === 0) return [];
      await insertAll(em, Message, messages);
      await claimInto(em, messages, now);
      return keepWon(
        em,
        messages.map(({ id }) => id),
      );
    });
  }

  /**
   * The ids of messages that nobody finished (killed after the claim or while sending, job lost, mail to be tried
   * again) and whose lease has run out. They count as queued again.
   */
  async unfinished(): Promise<string[]> {
    const now = this.clock.now();
    const lapsed = { status: In(['claimed', 'ready'] as const), leaseUntil: LessThanOrEqual(now) };
    const find = (em: EntityManager) =>
      em.find(Message, {
        select: { id: true },
        where: lapsed,
        order: { leaseUntil: 'ASC' },
        take: MESSAGES_PER_REQUEUE,
      });
    const ids = (await this.database.read(find)).map(({ id }) => id);
    if (ids.length === 0) return [];
    const queued = { leaseToken: null, leaseUntil: now + REQUEUE_AFTER_MS };
    await this.database.write((em) => em.update(Message, { ...lapsed, id: In(ids) }, queued));
    return ids;
  }
}

async function duePeople(em: EntityManager, now: number): Promise<string[]> {
  const people = await em
    .createQueryBuilder(Reminder, 'r')
    .select('r.personId', 'personId')
    .distinct(true)
    .where(DUE, { now })
    .limit(PEOPLE_PER_CLAIM)
    .getRawMany<{ personId: string }>();
  return people.map(({ personId }) => personId);
}

/** The condition on the status decides: of two sweeps at once, the second finds the rows claimed. */
async function claimInto(em: EntityManager, messages: readonly Message[], now: number): Promise<void> {
  const branches = messages.map((_, index) => `WHEN :person${index} THEN :message${index}`);
  const names = messages.flatMap(({ id, personId }, index) => [
    [`person${index}`, personId],
    [`message${index}`, id],
  ]);
  await em
    .createQueryBuilder()
    .update(Reminder)
    .set({ status: 'claimed', messageId: () => `CASE person_id ${branches.join(' ')} END` })
    .where({ status: 'planned', fireAt: LessThanOrEqual(now), personId: In(messages.map(({ personId }) => personId)) })
    .setParameters(Object.fromEntries(names) as Record<string, string>)
    .execute();
}

/** Takes away the messages whose reminders another sweep has won. */
async function keepWon(em: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows = await em
    .createQueryBuilder(Reminder, 'r')
    .select('r.messageId', 'messageId')
    .distinct(true)
    .where({ messageId: In([...ids]) })
    .getRawMany<{ messageId: string }>();
  const won = new Set(rows.map(({ messageId }) => messageId));
  const lost = ids.filter((id) => !won.has(id));
  if (lost.length > 0) await em.delete(Message, { id: In(lost) });
  return [...won];
}
