import { Clock } from '@convener/kernel';
import { Database } from '@convener/platform';
import { held, setEach } from '@convener/reminders';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Message } from './message.entity';
import { maskedError } from './masked-error';
import { settle } from './opening';
import { MAIL_ATTEMPTS, retryAfter } from './pace';

/** failed: to be tried again; refused: for good; unbegun: nobody has tried. */
export interface Outcome {
  end: 'sent' | 'failed' | 'refused' | 'unbegun';
  /** Why it failed or was refused. */
  why?: string;
}

const DONE = { leaseToken: null, leaseUntil: null };

/** Notes what became of the mails of a job. */
@Injectable()
export class Results {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * By message id, in one transaction. A failed mail is tried again later under the same key, or given up; the inbox has
   * it either way. Changes nothing about a message whose lease was lost meanwhile.
   */
  async note(token: string, outcomes: ReadonlyMap<string, Outcome>): Promise<void> {
    if (outcomes.size === 0) return;
    const now = this.clock.now();
    await this.database.write(async (em) => {
      const messages = await ours(em, token, [...outcomes.keys()]);
      const of = (wanted: Outcome['end']) => messages.filter(({ id }) => outcomes.get(id)?.end === wanted);
      await noteWhy(em, messages, outcomes);
      const [sent, refused, unbegun] = [of('sent'), of('refused'), of('unbegun')];
      const [givenUp, again] = byPatience(of('failed'));
      await change(em, sent, { mailStatus: 'sent', ...DONE });
      await change(em, unbegun, { leaseToken: null, leaseUntil: now });
      for (const [mailAttempts, those] of byAttempts([...refused, ...givenUp])) {
        await change(em, those, { mailStatus: 'failed', mailAttempts, ...DONE });
      }
      for (const [mailAttempts, those] of byAttempts(again)) {
        await change(em, those, { mailAttempts, leaseToken: null, leaseUntil: now + retryAfter(mailAttempts) });
      }
      const ended = [...sent, ...refused, ...givenUp].map(({ id }) => id);
      await settle(em, ended, now);
    });
  }

  /** A message that could not even be opened: tried again ever more rarely, as its mail would be, and then given up. */
  async noteBroken(id: string, why: string): Promise<void> {
    const now = this.clock.now();
    await this.database.write(async (em) => {
      const query = em.createQueryBuilder(Message, 'm').where("m.id = :id AND m.mailStatus = 'waiting'", { id });
      const [message] = await held(query.andWhere('(m.leaseToken IS NULL OR m.leaseUntil <= :now)', { now })).getMany();
      if (!message) return;
      const mailAttempts = message.mailAttempts + 1;
      const last = mailAttempts >= MAIL_ATTEMPTS;
      const next = last ? { ...DONE, mailStatus: 'failed' as const } : { leaseUntil: now + retryAfter(mailAttempts) };
      await change(em, [message], { leaseToken: null, mailAttempts, lastError: maskedError(why), ...next });
    });
  }
}

/** For an operator to read: what people's addresses are, and what the mail server is asked for, stays out. */
async function noteWhy(
  em: EntityManager,
  messages: readonly Message[],
  outcomes: ReadonlyMap<string, Outcome>,
): Promise<void> {
  const failed = messages.flatMap(({ id }) => {
    const why = outcomes.get(id)?.why;
    return why === undefined ? [] : [[id, maskedError(why)]];
  });
  if (failed.length > 0) await setEach(em, Message, ['last_error'], failed, 'mail_status = mail_status');
}

function ours(em: EntityManager, token: string, ids: readonly string[]): Promise<Message[]> {
  const query = em
    .createQueryBuilder(Message, 'm')
    .select(['m.id', 'm.mailAttempts'])
    .where('m.id IN (:...ids) AND m.leaseToken = :token', { ids, token });
  return held(query).getMany();
}

async function change(em: EntityManager, messages: readonly Message[], to: Partial<Message>): Promise<void> {
  if (messages.length > 0) await em.update(Message, { id: In(messages.map(({ id }) => id)) }, to);
}

/** Those that have now failed as often as is tried, and those that are tried again. */
function byPatience(failed: readonly Message[]): [Message[], Message[]] {
  const isLast = ({ mailAttempts }: Message) => mailAttempts + 1 >= MAIL_ATTEMPTS;
  return [failed.filter(isLast), failed.filter((message) => !isLast(message))];
}

/** By how often they have been tried, this time included. */
function byAttempts(messages: readonly Message[]): Map<number, Message[]> {
  const groups = new Map<number, Message[]>();
  for (const message of messages) {
    const attempts = message.mailAttempts + 1;
    groups.set(attempts, [...(groups.get(attempts) ?? []), message]);
  }
  return groups;
}
