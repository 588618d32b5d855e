import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { InboxQueries, InboxService } from '@convener/inbox';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { decodeCursor, encodeCursor, limitOf } from '../http/paging';
import { Inbox, InboxQuery, Message } from './inbox.dto';

/** A person's own messages. */
@ApiTags('me')
@Controller('me/inbox')
export class InboxController {
  constructor(
    private readonly inbox: InboxService,
    private readonly queries: InboxQueries,
  ) {}

  /** My messages, newest first: those that still lie there, or those that I am done with. */
  @Get()
  @Policy('me.use')
  async list(@CurrentPerson() me: SignedIn, @Query() query: InboxQuery): Promise<Inbox> {
    const [after] = decodeCursor(query.cursor, ['string']) ?? [];
    const { unread, done, kind } = query;
    const filter = { unreadOnly: unread === 'true', done: done === 'true', kind };
    const page = await this.queries.page(me.personId, { ...filter, after, limit: limitOf(query) });
    return { ...page, next: page.next === null ? null : encodeCursor([page.next]) };
  }

  /** Marks all my messages as read. */
  @Post('read-all')
  @HttpCode(204)
  @Policy('me.use')
  async readAll(@CurrentPerson() me: SignedIn): Promise<void> {
    await this.inbox.markAllRead(me.personId);
  }

  /** Marks one of my messages as read; once read, it stays as it is. */
  @Post(':id/read')
  @HttpCode(200)
  @Policy('me.use')
  read(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Message> {
    return this.inbox.markRead(me.personId, id);
  }

  /** Puts one of my messages away; it is then read as well. */
  @Post(':id/done')
  @HttpCode(200)
  @Policy('me.use')
  done(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Message> {
    return this.inbox.done(me.personId, id);
  }

  /** Lays a message that I was done with back into the inbox. */
  @Post(':id/not-done')
  @HttpCode(200)
  @Policy('me.use')
  notDone(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Message> {
    return this.inbox.notDone(me.personId, id);
  }
}
