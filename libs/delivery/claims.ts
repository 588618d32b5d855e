import { Clock } from '@convener/kernel';
import { Database, insertAll } from '@convener/platform';
import { heldOrSkipped, Reminder, setEach } from '@convener/reminders';
import { Injectable } from '@nestjs/common';
import { Brackets, type EntityManager, In } from 'typeorm';
import { byWeight } from './batches';
import { Message } from './message.entity';
import { newMessage } from './new-message';
import { MESSAGES_PER_REQUEUE, REQUEUE_AFTER_MS, ROWS_PER_CLAIM } from './pace';
import { type Parcel, Routing } from './routing';

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
    private readonly routing: Routing,
  ) {}

  /**
   * Claims about ROWS_PER_CLAIM due reminders, all that a person has, and puts them into messages as the person wants to
   * be told, in one transaction. Answers the ids of the messages that may go out now (the others wait in their rows);
   * null when nothing is due or another process is claiming.
   */
  async claimDue(): Promise<string[] | null> {
    const now = this.clock.now();
    const due = await this.database.read((em) => duePeople(em, now, 1));
    if (due.length === 0) return null;
    return this.database.write(async (em) => {
      if (!(await mayClaim(em))) return null;
      const rows = await dueRows(em, await somePeople(em, now), now);
      return rows.length === 0 ? null : pack(em, await this.routing.parcels(em, rows, now), now);
    });
  }

  /**
   * The ids of messages that nobody finished (killed after the claim or while sending, job lost, mail to be tried
   * again, held back until now) and whose lease has run out. They count as queued again. Null where there are none.
   */
  async unfinished(): Promise<string[] | null> {
    const now = this.clock.now();
    const lapsed = (em: EntityManager, most: number) =>
      em
        .createQueryBuilder(Message, 'm')
        .select('m.id')
        .where("m.status IN ('claimed', 'ready') AND m.leaseUntil <= :now", { now })
        .limit(most);
    if ((await this.database.read((em) => lapsed(em, 1).getMany())).length === 0) return null;
    return this.database.write(async (em) => {
      const ids = (await heldOrSkipped(lapsed(em, MESSAGES_PER_REQUEUE)).getMany()).map(({ id }) => id);
      if (ids.length > 0) {
        await em.update(Message, { id: In(ids) }, { leaseToken: null, leaseUntil: now + REQUEUE_AFTER_MS });
      }
      return ids.length > 0 ? ids : null;
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
async function dueRows(em: EntityManager, people: readonly string[], now: number): Promise<Reminder[]> {
  if (people.length === 0) return [];
  const due = em
    .createQueryBuilder(Reminder, 'r')
    .select(['r.id', 'r.personId', 'r.projectId', 'r.subjectId', 'r.kind', 'r.fireAt', 'r.expiresAt'])
    .where(DUE, { now })
    .andWhere(new Brackets((those) => those.where({ personId: In([...people]) })));
  return heldOrSkipped(due).getMany();
}

/**
 * Puts each parcel into the digest that its reader waits for anyway, else into a message of its own. Answers the ids of
 * the messages that may go out now.
 */
async function pack(em: EntityManager, parcels: readonly Parcel[], now: number): Promise<string[]> {
  const waiting = await heldBack(
    em,
    parcels.map(({ personId }) => personId),
  );
  const packed = parcels.map((parcel) => {
    const { personId, at, single, forPersonId } = parcel;
    const message = waiting.find((one) => takes(one, parcel, now));
    return { parcel, known: message, message: message ?? newMessage(personId, now, at, { single, forPersonId }) };
  });
  await insertAll(
    em,
    Message,
    packed.filter(({ known }) => !known).map(({ message }) => message),
  );
  const joined = packed.filter(({ known, parcel }) => known && parcel.at <= now).map(({ message }) => message.id);
  if (joined.length > 0) await em.update(Message, { id: In(joined) }, { leaseUntil: now + REQUEUE_AFTER_MS });
  const owned = packed.flatMap(({ parcel, message }) => parcel.ids.map((id) => [id, message.id]));
  await setEach(em, Reminder, ['message_id'], owned, "status = 'claimed'");
  return packed.filter(({ parcel }) => parcel.at <= now).map(({ message }) => message.id);
}

/** Messages that these people's own rules hold back and that no job has opened. */
function heldBack(em: EntityManager, people: readonly string[]): Promise<Message[]> {
  const query = em
    .createQueryBuilder(Message, 'm')
    .where("m.status = 'claimed' AND m.leaseToken IS NULL AND m.notBefore IS NOT NULL AND m.personId IN (:...people)", {
      people,
    });
  return heldOrSkipped(query).getMany();
}

/** Whether a waiting message is the digest that the parcel belongs into. */
function takes(message: Message, parcel: Parcel, now: number): boolean {
  const { notBefore, single, personId, forPersonId } = message;
  const together = notBefore === parcel.at || (notBefore !== null && notBefore <= now && parcel.at <= now);
  const same = personId === parcel.personId && forPersonId === parcel.forPersonId;
  return together && same && !single && !parcel.single;
}
