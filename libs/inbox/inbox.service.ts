import { Message } from '@convener/delivery';
import { Clock, notFound } from '@convener/kernel';
import { Database } from '@convener/platform';
import { held } from '@convener/reminders';
import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In, IsNull } from 'typeorm';
import { type InboxMessage, namesFor, shown } from './inbox.message';

/** What a person does with the inbox. Somebody else's message is not found. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Marks one message as read; one that was read before keeps its instant. Throws notFound. */
  markRead(personId: string, messageId: string): Promise<InboxMessage> {
    const now = this.clock.now();
    return this.change(personId, messageId, async (em, mine) => {
      await em.update(Message, { ...mine, readAt: IsNull() }, { readAt: now });
    });
  }

  /** Puts one message away, which is then read too; one that was done before keeps its instant. Throws notFound. */
  done(personId: string, messageId: string): Promise<InboxMessage> {
    const now = this.clock.now();
    return this.change(personId, messageId, async (em, mine) => {
      await em.update(Message, { ...mine, readAt: IsNull() }, { readAt: now });
      await em.update(Message, { ...mine, doneAt: IsNull() }, { doneAt: now });
    });
  }

  /** Lays it back into the inbox. It stays read. Throws notFound. */
  notDone(personId: string, messageId: string): Promise<InboxMessage> {
    return this.change(personId, messageId, async (em, mine) => {
      await em.update(Message, mine, { doneAt: null });
    });
  }

  async markAllRead(personId: string): Promise<void> {
    const unread = { personId, status: 'ready' as const, readAt: IsNull() };
    await this.database.write(async (em) => {
      const those = await held(em.createQueryBuilder(Message, 'm').select('m.id').where(unread)).getMany();
      if (those.length > 0)
        await em.update(Message, { id: In(those.map(({ id }) => id)) }, { readAt: this.clock.now() });
    });
  }

  private change(
    personId: string,
    messageId: string,
    work: (em: EntityManager, mine: FindOptionsWhere<Message>) => Promise<void>,
  ): Promise<InboxMessage> {
    const mine = { id: messageId, personId, status: 'ready' as const };
    return this.database.write(async (em) => {
      await work(em, mine);
      const message = await em.findOneBy(Message, mine);
      if (!message) throw notFound();
      return shown(message, await namesFor(em, [message]));
    });
  }
}
