import { Clock } from '@convener/kernel';
import { Database, insertAll } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { Brackets, type EntityManager, In } from 'typeorm';
import { byWeight } from './batches';
import { Message } from './message.entity';
import { newMessage } from './new-message';
import { MESSAGES_PER_REQUEUE, REQUEUE_AFTER_MS, ROWS_PER_CLAIM } from './pace';
import { Reminder } from './reminder.entity';
import { heldOrSkipped, setEach } from './rows';

/** Written out, so that both databases see that the index of planned rows by person serves. */
const DUE = "r.status = 'planned' AND r.fireAt <= :now AND r.personId IS NOT NULL";

/** Any number of its own: one process claims at a time, and each person's rows stay in one message. */
const CLAIM_LOCK = 1_763_700_001;

/** Takes what is due out of the plan. Any number of processes may claim at the same time: a row is won once. */
@Injectable()
export class Claims {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Claims about ROWS_PER_CLAIM due reminders, all that a person has, and gives each person one message, in one
   * transaction. Answers the ids of the new messages; none when nothing is due or another process is claiming.
   */
  async claimDue(): Promise<string[]> {
    const now = this.clock.now();
    const due = await this.database.read((em) => duePeople(em, now, 1));
    if (due.length === 0) return [];
    return this.database.write(async (em) => {
      if (!(await mayClaim(em))) return [];
      return claim(em, await somePeople(em, now), now);
    });
  }

  /**
   * The ids of messages that nobody finished (killed after the claim or while sending, job lost, mail to be tried
   * again) and whose lease has run out. They count as queued again.
   */
  async unfinished(): Promise<string[]> {
    const now = this.clock.now();
    const lapsed = (em: EntityManager, most: number) =>
      em
        .createQueryBuilder(Message, 'm')
        .select('m.id')
        .where("m.status IN ('claimed', 'ready') AND m.leaseUntil <= :now", { now })
        .limit(most);
    if ((await this.database.read((em) => lapsed(em, 1).getMany())).length === 0) return [];
    return this.database.write(async (em) => {
      const ids = (await heldOrSkipped(lapsed(em, MESSAGES_PER_REQUEUE)).getMany()).map(({ id }) => id);
      if (ids.length > 0) {
        await em.update(Message, { id: In(ids) }, { leaseToken: null, leaseUntil: now + REQUEUE_AFTER_MS });
      }
      return ids;
    });
  }
}

/** The people of the `most` reminders that have been due for longest. */
async function duePeople(em: EntityManager, now: number, most: number): Promise<string[]> {
  const rows = await em
    .createQueryBuilder(Reminder, 'r')
    .select('r.personId', 'personId')
    .where(DUE, { now })
    .orderBy('r.fireAt')
    .limit(most)
    .getRawMany<{ personId: string }>();
  return [...new Set(rows.map(({ personId }) => personId))];
}

/** On PostgreSQL; SQLite has one writer at a time anyway. Whoever comes second leaves the work to the first. */
async function mayClaim(em: EntityManager): Promise<boolean> {
  if (em.dataSource.options.type !== 'postgres') return true;
  const [lock] = await em.query<{ mine: boolean }[]>('SELECT pg_try_advisory_xact_lock($1) AS mine', [CLAIM_LOCK]);
  return lock?.mine === true;
}

/** So many people that together they have about ROWS_PER_CLAIM due reminders. */
async function somePeople(em: EntityManager, now: number): Promise<string[]> {
  const people = await duePeople(em, now, ROWS_PER_CLAIM);
  if (people.length === 0) return [];
  const counts = await em
    .createQueryBuilder(Reminder, 'r')
    .select('r.personId', 'personId')
    .addSelect('COUNT(*)', 'rows')
    .where(DUE, { now })
    .andWhere('r.personId IN (:...people)', { people })
    .groupBy('r.personId')
    .getRawMany<{ personId: string; rows: number | string }>();
  return (byWeight(counts, ({ rows }) => Number(rows), ROWS_PER_CLAIM)[0] ?? []).map(({ personId }) => personId);
}

/** What a change of plan holds at this moment is left to the next claim, which sees the change. */
async function claim(em: EntityManager, people: readonly string[], now: number): Promise<string[]> {
  if (people.length === 0) return [];
  const due = em
    .createQueryBuilder(Reminder, 'r')
    .select(['r.id', 'r.personId'])
    .where(DUE, { now })
    .andWhere(new Brackets((those) => those.where({ personId: In([...people]) })));
  const rows = await heldOrSkipped(due).getMany();
  const messages = new Map(rows.map(({ personId }) => [personId!, newMessage(personId!, now)]));
  await insertAll(em, Message, [...messages.values()]);
  const owned = rows.map(({ id, personId }) => [id, messages.get(personId!)!.id]);
  await setEach(em, Reminder, ['message_id'], owned, "status = 'claimed'");
  return [...messages.values()].map(({ id }) => id);
}
