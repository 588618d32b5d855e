import { CurrentPerson, CurrentSession, isTemporary, Policy, Public, type SignedIn } from '@convener/access';
import { TemporaryStaffService } from '@convener/joining';
import { CurrentPlace, type Place, SessionCookie, SessionsService, SignInService } from '@convener/sign-in';
import { Body, Controller, Delete, HttpCode, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Me, SignIn } from './me.dto';
import { MePresenter } from './me.presenter';

/** Signing in and out. */
@ApiTags('access')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
    private readonly temporary: TemporaryStaffService,
    private readonly cookie: SessionCookie,
    private readonly me: MePresenter,
  ) {}

  /** Signs in by e-mail and password. Ends the session that the browser had before. */
  @Post()
  @Public()
  async signIn(
    @Body() { ownDevice = false, ...body }: SignIn,
    @CurrentPlace() place: Place,
    @CurrentSession() former: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const session = await this.signIns.signIn(body, { ...place, ownDevice });
    if (former) await this.sessions.end(former);
    return this.me.welcome(reply, session);
  }

  /** Signs out this browser. Temporary staff leave with it: their session is all that they have. */
  @Delete()
  @HttpCode(204)
  @Policy('me.use')
  async signOut(
    @CurrentPerson() person: SignedIn,
    @CurrentSession() session: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (isTemporary(person)) await this.temporary.leave(person);
    else await this.sessions.end(session);
    this.cookie.clear(reply);
  }
}
