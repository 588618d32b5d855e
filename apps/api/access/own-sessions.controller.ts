import { PasswordEventsQueries } from '@convener/accounts';
import { CurrentPerson, CurrentSession, Policy, type SignedIn } from '@convener/access';
import { SessionsService } from '@convener/sign-in';
import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { OwnSessions } from './own-sessions.dto';

/** Where the signed-in person is signed in. */
@ApiTags('access')
@Controller('me/sessions')
export class OwnSessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly events: PasswordEventsQueries,
  ) {}

  /** The last used first. */
  @Get()
  @Policy('account.use')
  async list(@CurrentPerson() { personId }: SignedIn, @CurrentSession() current: string): Promise<OwnSessions> {
    const items = await this.sessions.list(personId);
    const events = await this.events.of(personId);
    return {
      items: items.map((session) => ({ ...session, current: session.id === current })),
      passwordEvents: events.map((event) => ({ ...event, by: event.by?.name ?? null })),
    };
  }

  /** Signs out one browser. */
  @Delete(':id')
  @HttpCode(204)
  @Policy('account.use')
  end(@CurrentPerson() { personId }: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.sessions.endOwn(personId, id);
  }

  /** Signs out all browsers but this one. */
  @Delete()
  @HttpCode(204)
  @Policy('account.use')
  endOthers(@CurrentPerson() { personId }: SignedIn, @CurrentSession() current: string): Promise<void> {
    return this.sessions.endOthers(personId, current);
  }
}
