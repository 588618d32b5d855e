import { Clock, conflict, isId, notFound } from '@convener/kernel';
import { Database } from '@convener/platform';
import { held, Reminder } from '@convener/reminders';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Message } from './message.entity';

/** What an operator does about mails that did not go out. The inbox has the messages all the while. */
@Injectable()
export class OperationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Tries a mail that was given up, or waits for its next try, again with the next sweep, counted from the first try.
   * Its reminders are looked at again: what has been done meanwhile is not mailed.
   */
  async retry(id: string): Promise<void> {
    await this.database.write(async (em) => {
      const message = await troubled(em, id);
      const again = { mailStatus: 'waiting' as const, mailAttempts: 0, leaseToken: null, leaseUntil: this.clock.now() };
      await em.update(Message, { id: message.id }, again);
      await em.update(Reminder, { messageId: id, status: 'sent' }, { status: 'claimed', settledAt: null });
    });
  }

  /** Gives a mail up for good: nobody tries it again, and it is no longer told of as failed. */
  async skip(id: string): Promise<void> {
    await this.database.write(async (em) => {
      const message = await troubled(em, id);
      const done = { mailStatus: 'none' as const, leaseToken: null, leaseUntil: null };
      await em.update(Message, { id: message.id }, done);
      const status = message.status === 'claimed' ? 'dropped' : 'sent';
      await em.update(Reminder, { messageId: id, status: 'claimed' }, { status, settledAt: this.clock.now() });
    });
  }
}

/** A mail that has failed at least once and that no job holds at this moment. Throws notFound and conflict. */
async function troubled(em: EntityManager, id: string): Promise<Message> {
  if (!isId(id)) throw notFound();
  const [message] = await held(em.createQueryBuilder(Message, 'm').where({ id: In([id]) })).getMany();
  if (!message) throw notFound();
  const failed = message.mailStatus === 'failed' || (message.mailStatus === 'waiting' && message.mailAttempts > 0);
  if (failed && message.leaseToken === null) return message;
  throw conflict('not-failed', {
    zh: '這封信沒有失敗，或正在寄送；請重新整理。',
    en: 'This mail has not failed, or is being sent now; reload.',
  });
}
