import { Person } from '@convener/access';
import { Clock, newId } from '@convener/kernel';
import { isMissed, unsubscribeTokens } from '@convener/notifications';
import { afterCommit, Database, Live } from '@convener/platform';
import { heldOrSkipped, Reminder, ReminderSubjects, setEach } from '@convener/reminders';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { handOver } from './hand-over';
import { composeLines, type LiveReminder, type ProjectLines } from './lines';
import { Message } from './message.entity';
import { LEASE_MS } from './pace';
import { Routing } from './routing';
import { lookAgain } from './second-look';

/** A message that stands in the inbox and is to be mailed. */
export interface MailToSend {
  messageId: string;
  person: Pick<Person, 'id' | 'name' | 'locale'> & { email: string };
  /** Name of whom the person stands in for; null where it is their own work. */
  forName: string | null;
  /** Opens the page that ends mails to this person. */
  unsubscribeToken: string;
  projects: readonly ProjectLines[];
}

export interface OpenedMessages {
  /** Proves that the messages are still ours when their mails are done. */
  token: string;
  /** The instant at which their subjects were looked at. */
  lookedAt: number;
  mails: MailToSend[];
  /** Messages that can't be worded, and why; the others go on without them. */
  broken: { messageId: string; why: string }[];
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
    private readonly routing: Routing,
    private readonly live: Live,
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
   * In one transaction takes those of the messages under a lease that are unfinished and that no other job holds, puts
   * off those whose readers want rest at this hour, looks at all subjects of the others again, and writes what still
   * holds into the inboxes.
   */
  async open(ids: readonly string[]): Promise<OpenedMessages> {
    const lookedAt = this.clock.now();
    const token = newId();
    return this.database.write(async (em) => {
      const leased = await lease(em, ids, token, lookedAt);
      const held = await this.routing.held(em, readersOf(leased), lookedAt);
      const messages = leased.filter(({ personId }) => !held.until.has(personId));
      await putOff(em, leased, held.until);
      if (messages.length === 0) return { token, lookedAt, mails: [], broken: [], passedOn: [] };
      const { live, passedOn } = await this.look(em, messages, lookedAt);
      return { token, lookedAt, passedOn, ...(await this.write(em, messages, live, held.withoutMail, lookedAt)) };
    });
  }

  private async look(em: EntityManager, messages: readonly Message[], now: number) {
    const where = { messageId: In(messages.map(({ id }) => id)), status: 'claimed' as const };
    const reminders = await em.find(Reminder, { where, order: { fireAt: 'ASC', id: 'ASC' } });
    const refs = new Map(
      reminders.map(({ subjectType, subjectId }) => [subjectId, { type: subjectType, id: subjectId }]),
    );
    const standing = await this.subjects.look(em, [...refs.values()]);
    const { live, dropped, moved } = lookAgain(messages.map(asLookedAt), reminders, standing);
    if (dropped.length > 0) await em.update(Reminder, { id: In(dropped) }, { status: 'dropped', settledAt: now });
    return { live: withMissed(live, reminders, now), passedOn: await handOver(em, moved, now) };
  }

  /** Answers what is to be mailed: nothing to people who are inactive, have no address or want no mail. */
  private async write(
    em: EntityManager,
    messages: readonly Message[],
    live: ReadonlyMap<string, LiveReminder[]>,
    withoutMail: ReadonlySet<string>,
    now: number,
  ): Promise<Pick<OpenedMessages, 'mails' | 'broken'>> {
    const named = [...readersOf(messages), ...messages.flatMap(({ forPersonId }) => forPersonId ?? [])];
    const people = new Map((await em.findBy(Person, { id: In(named) })).map((one) => [one.id, one]));
    const broken: OpenedMessages['broken'] = [];
    const written = messages.flatMap(({ id, personId, forPersonId }) => {
      const projects = worded(live.get(id) ?? [], now);
      if (!Array.isArray(projects)) {
        broken.push({ messageId: id, ...projects });
        return [];
      }
      const forName = (forPersonId && people.get(forPersonId)?.name) || null;
      return [{ messageId: id, person: people.get(personId)!, forName, projects }];
    });
    const full = written.filter(({ projects }) => projects.length > 0);
    await setEach(
      em,
      Message,
      ['lines'],
      full.map(({ messageId, projects }) => [messageId, JSON.stringify(projects)]),
      "status = 'ready'",
    );
    for (const personId of new Set(full.map(({ person }) => person.id)))
      afterCommit(em, () => this.live.tell({ personId }));
    const isMailed = (one: (typeof full)[number]): one is typeof one & Pick<MailToSend, 'person'> =>
      one.person.active && one.person.email !== null && !withoutMail.has(one.person.id);
    const mails = full.filter(isMailed);
    const unmailed = full.filter((one) => !isMailed(one));
    const empty = written.filter(({ projects }) => projects.length === 0);
    await finish(em, unmailed.map(idOf), {}, now);
    await finish(em, empty.map(idOf), { status: 'empty', lines: [] }, now);
    const tokens = await unsubscribeTokens(
      em,
      mails.map(({ person }) => person.id),
    );
    return { mails: mails.map((mail) => ({ ...mail, unsubscribeToken: tokens.get(mail.person.id)! })), broken };
  }
}

function readersOf(messages: readonly Message[]): string[] {
  return messages.map(({ personId }) => personId);
}

/** One message with something impossible in it must not hold up the fifty that travel with it. */
function worded(live: readonly LiveReminder[], now: number): ProjectLines[] | { why: string } {
  try {
    return composeLines(live, now);
  } catch (error) {
    return { why: String(error) };
  }
}

/** A message of one urgent thing, or for somebody who is away, takes over nothing else. */
function asLookedAt({
  id,
  personId,
  forPersonId,
  single,
  status,
}: Message): Pick<Message, 'id' | 'personId' | 'status'> {
  return { id, personId: forPersonId ?? personId, status: single || forPersonId ? 'ready' : status };
}

/** What is told later than its own rule allows, says so. */
function withMissed(
  live: ReadonlyMap<string, LiveReminder[]>,
  reminders: readonly Reminder[],
  now: number,
): Map<string, LiveReminder[]> {
  const keyOf = ({ subjectId, rule }: LiveReminder | Reminder) => `${subjectId} ${rule}`;
  const missed = new Set(reminders.filter((one) => isMissed(one, now)).map(keyOf));
  const marked = (one: LiveReminder) => (missed.has(keyOf(one)) ? { ...one, missed: true } : one);
  return new Map([...live].map(([id, all]) => [id, all.map(marked)]));
}

/** Gives the lease of messages back until their readers may be told. What is in the inbox already keeps its instant. */
async function putOff(
  em: EntityManager,
  messages: readonly Message[],
  until: ReadonlyMap<string, number>,
): Promise<void> {
  for (const at of new Set(until.values())) {
    const held = messages.filter(({ personId }) => until.get(personId) === at);
    const set = { leaseToken: null, leaseUntil: at, notBefore: at };
    const ids = (of: Message[]) => ({ id: In(of.map(({ id }) => id)) });
    const [unseen, seen] = partition(held, ({ status }) => status === 'claimed');
    if (unseen.length > 0) await em.update(Message, ids(unseen), { ...set, createdAt: at });
    if (seen.length > 0) await em.update(Message, ids(seen), set);
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
