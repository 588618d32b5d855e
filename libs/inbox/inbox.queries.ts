import { Message } from '@convener/delivery';
import { Database } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { Brackets, type EntityManager, IsNull, LessThan, Not } from 'typeorm';
import { type InboxMessage, namesFor, shown } from './inbox.message';
import { type MessageKind, NAMES_A_KIND, patternsOf } from './message-kinds';

export interface InboxFilter {
  /** Id of the last message of the page before. */
  after?: string;
  unreadOnly?: boolean;
  /** What the reader is done with, instead of what still lies there. */
  done?: boolean;
  kind?: MessageKind;
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
  async page(personId: string, { after, unreadOnly, done, kind, limit }: InboxFilter): Promise<InboxPage> {
    const where = {
      personId,
      status: 'ready' as const,
      doneAt: done ? Not(IsNull()) : IsNull(),
      ...(after ? { id: LessThan(after) } : {}),
      ...(unreadOnly ? { readAt: IsNull() } : {}),
    };
    return this.database.read(async (em) => {
      const query = em.createQueryBuilder(Message, 'm').where(where);
      if (kind) query.andWhere(ofKind(kind));
      const rows = await query
        .orderBy('m.id', 'DESC')
        .take(limit + 1)
        .getMany();
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

/** By the stored text: the lines of a person's messages are few, and no index would tell more. */
function ofKind(kind: MessageKind): Brackets {
  return new Brackets((either) => {
    patternsOf(kind).forEach((pattern, index) =>
      either.orWhere(`m.lines LIKE :kind${index}`, { [`kind${index}`]: pattern }),
    );
    if (kind === 'reminder') either.orWhere('m.lines NOT LIKE :named', { named: NAMES_A_KIND });
  });
}
