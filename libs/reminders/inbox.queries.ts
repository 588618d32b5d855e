import { Database } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, LessThan } from 'typeorm';
import { type InboxMessage, namesFor, shown } from './inbox.message';
import { Message } from './message.entity';

export interface InboxFilter {
  /** Id of the last message of the page before. */
  after?: string;
  unreadOnly?: boolean;
  limit: number;
}

export interface InboxPage {
  items: InboxMessage[];
  /** Id to go on after; null on the last page. */
  next: string | null;
  /** How many messages the person has not read, on whatever page. */
  unread: number;
}

/** What a person finds in the inbox. */
@Injectable()
export class InboxQueries {
  constructor(private readonly database: Database) {}

  /** One page, newest first. */
  async page(personId: string, { after, unreadOnly, limit }: InboxFilter): Promise<InboxPage> {
    const where = {
      personId,
      status: 'ready' as const,
      ...(after ? { id: LessThan(after) } : {}),
      ...(unreadOnly ? { readAt: IsNull() } : {}),
    };
    return this.database.read(async (em) => {
      const rows = await em.find(Message, { where, order: { id: 'DESC' }, take: limit + 1 });
      const page = rows.slice(0, limit);
      const names = await namesFor(em, page);
      const items = page.map((message) => shown(message, names));
      const next = rows.length > limit ? (items.at(-1)?.id ?? null) : null;
      return { items, next, unread: await countUnread(em, personId) };
    });
  }

  async unread(personId: string): Promise<number> {
    return this.database.read((em) => countUnread(em, personId));
  }
}

function countUnread(em: EntityManager, personId: string): Promise<number> {
  return em.countBy(Message, { personId, status: 'ready', readAt: IsNull() });
}
