import { Clock } from '@convener/kernel';
import { Database } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Message } from './message.entity';
import { settle } from './opening';
import { MAIL_ATTEMPTS, retryAfter } from './pace';
import { held } from './rows';

/** failed: to be tried again; refused: for good; unbegun: nobody has tried. */
export type Outcome = 'sent' | 'failed' | 'refused' | 'unbegun';

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
      const of = (wanted: Outcome) => messages.filter(({ id }) => outcomes.get(id) === wanted);
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
