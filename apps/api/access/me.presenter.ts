import { isTemporary, type SignedIn } from '@convener/access';
import { InboxQueries } from '@convener/inbox';
import { TemporaryStaffQueries } from '@convener/joining';
import { type OpenedSession, SessionCookie } from '@convener/sign-in';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Me } from './me.dto';

/** Tells the web app who is signed in. */
@Injectable()
export class MePresenter {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly inbox: InboxQueries,
    private readonly temporary: TemporaryStaffQueries,
  ) {}

  async present({ personId, ...person }: SignedIn): Promise<Me> {
    const { name, email, workspaceRole, locale, version } = person;
    const unread = await this.inbox.unread(personId);
    const temporary = isTemporary(person) ? await this.temporary.of(personId) : null;
    return { id: personId, name, email, workspaceRole, locale, unread, temporary, version };
  }

  /** The answer to every request that signs somebody in: the cookie, and who it is. */
  welcome(reply: FastifyReply, session: OpenedSession): Promise<Me> {
    this.cookie.set(reply, session);
    return this.present(session.person);
  }
}
