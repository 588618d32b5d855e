import { Person } from '@convener/access';
import { Clock, newId } from '@convener/kernel';
import { Database } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { handOver } from './hand-over';
import { composeLines, type LiveReminder, type ProjectLines } from './lines';
import { Message } from './message.entity';
import { LEASE_MS } from './pace';
import { Reminder } from './reminder.entity';
import { heldOrSkipped, setEach } from './rows';
import { lookAgain } from './second-look';
import { ReminderSubjects } from './subjects';

/** A message that stands in the inbox and is to be mailed. */
export interface MailToSend {
  messageId: string;
  person: Pick<Person, 'name' | 'email' | 'locale'>;
  projects: readonly ProjectLines[];
}

export interface OpenedMessages {
  /** Proves that the messages are still ours when their mails are done. */
  token: string;
  /** The instant at which their subjects were looked at. */
  lookedAt: number;
  mails: MailToSend[];
  /** Messages of other people that rows went to: queue them. */
  passedOn: string[];
}

/** Opens claimed messages: leases them, looks at their subjects again, writes the inbox. */
@Injectable()
export class Opening {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly subjects: ReminderSubjects,
  ) {}

  /** How many claimed reminders each of these messages has. */
  async weights(ids: readonly string[]): Promise<Map<string, number>> {
    const counts = await this.database.read((em) =>
      em
        .createQueryBuilder(Reminder, 'r')
        .select('r.messageId', 'id')
        .addSelect('COUNT(*)', 'rows')
        .where({ messageId: In([...ids]), status: 'claimed' })
        .groupBy('r.messageId')
        .getRawMany<{ id: string; rows: number | string }>(),
    );
    return new Map(counts.map(({ id, rows }) => [id, Number(rows)]));
  }

  /**
   * In one transaction takes those of the messages under a lease that are unfinished and that no other job holds, looks
   * at all of their subjects again, and writes what still holds into the inboxes.
   */
  async open(ids: readonly string[]): Promise<OpenedMessages> {
    const lookedAt = this.clock.now();
    const token = newId();
    return this.database.write(async (em) => {
      const messages = await lease(em, ids, token, lookedAt);
      if (messages.length === 0) return { token, lookedAt, mails: [], passedOn: [] };
      const { live, passedOn } = await this.look(em, messages, lookedAt);
      return { token, lookedAt, mails: await this.write(em, messages, live, lookedAt), passedOn };
    });
  }

  private async look(em: EntityManager, messages: readonly Message[], now: number) {
    const where = { messageId: In(messages.map(({ id }) => id)), status: 'claimed' as const };
    const reminders = await em.find(Reminder, { where, order: { fireAt: 'ASC', id: 'ASC' } });
    const refs = new Map(
      reminders.map(({ subjectType, subjectId }) => [subjectId, { type: subjectType, id: subjectId }]),
    );
    const { live, dropped, moved } = lookAgain(messages, reminders, await this.subjects.look(em, [...refs.values()]));
    if (dropped.length > 0) await em.update(Reminder, { id: In(dropped) }, { status: 'dropped', settledAt: now });
    return { live, passedOn: await handOver(em, moved, now) };
  }

  /** Answers what is to be mailed: nothing to people who have been made inactive. */
  private async write(
    em: EntityManager,
    messages: readonly Message[],
    live: ReadonlyMap<string, LiveReminder[]>,
    now: number,
  ): Promise<MailToSend[]> {
    const people = new Map(
      (await em.findBy(Person, { id: In(messages.map(({ personId }) => personId)) })).map((one) => [one.id, one]),
    );
    const written = messages.map(({ id, personId }) => ({
      messageId: id,
      person: people.get(personId)!,
      projects: composeLines(live.get(id) ?? [], now),
    }));
    const full = written.filter(({ projects }) => projects.length > 0);
    await setEach(
      em,
      Message,
      ['lines'],
      full.map(({ messageId, projects }) => [messageId, JSON.stringify(projects)]),
      "status = 'ready'",
    );
    const [mails, unmailed] = partition(full, ({ person }) => person.active);
    const empty = written.filter(({ projects }) => projects.length === 0);
    await finish(em, unmailed.map(idOf), {}, now);
    await finish(em, empty.map(idOf), { status: 'empty', lines: [] }, now);
    return mails;
  }
}

const idOf = ({ messageId }: { messageId: string }) => messageId;

/** One lease for all. Of two jobs for a message one gets it; on PostgreSQL the row is also held to the end. */
async function lease(em: EntityManager, ids: readonly string[], leaseToken: string, now: number): Promise<Message[]> {
  const query = em
    .createQueryBuilder(Message, 'm')
    .where('m.id IN (:...ids)', { ids })
    .andWhere("m.mailStatus = 'waiting' AND (m.leaseToken IS NULL OR m.leaseUntil <= :now)", { now });
  const messages = await heldOrSkipped(query).getMany();
  const won = { id: In(messages.map(({ id }) => id)) };
  if (messages.length > 0) await em.update(Message, won, { leaseToken, leaseUntil: now + LEASE_MS });
  return messages;
}

/** Ends messages that there is nothing to mail of. */
async function finish(em: EntityManager, ids: readonly string[], to: Partial<Message>, now: number): Promise<void> {
  if (ids.length === 0) return;
  await em.update(Message, { id: In([...ids]) }, { ...to, mailStatus: 'none', leaseToken: null, leaseUntil: null });
  await settle(em, ids, now);
}

/** What these messages have told is told. */
export async function settle(em: EntityManager, messageIds: readonly string[], now: number): Promise<void> {
  if (messageIds.length === 0) return;
  const told = { messageId: In([...messageIds]), status: 'claimed' as const };
  await em.update(Reminder, told, { status: 'sent', settledAt: now });
}

function partition<T>(things: readonly T[], holds: (thing: T) => boolean): [T[], T[]] {
  return [things.filter(holds), things.filter((thing) => !holds(thing))];
}
