import { CurrentSession, Public } from '@convener/access';
import { PasswordResetService } from '@convener/accounts';
import { CurrentPlace, type Place, SessionsService } from '@convener/sign-in';
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Me } from './me.dto';
import { MePresenter } from './me.presenter';
import { AskForReset, ResetPassword, ResetShown } from './password-reset.dto';

/** A new password for people who have lost theirs. */
@ApiTags('access')
@Controller('password-reset')
export class PasswordResetController {
  constructor(
    private readonly resets: PasswordResetService,
    private readonly sessions: SessionsService,
    private readonly me: MePresenter,
  ) {}

  /** Mails a link to whoever has the address. The answer is the same where nobody has. */
  @Post()
  @HttpCode(202)
  @Public()
  ask(@Body() { email }: AskForReset): Promise<void> {
    return this.resets.ask(email);
  }

  /** Whose password the link sets; 410 when it is used up, has run out, or never was. */
  @Get(':token')
  @Public()
  show(@Param('token') token: string): Promise<ResetShown> {
    return this.resets.show(token);
  }

  /** Sets the password, signs in, and signs out all other browsers of the person, and here whoever was signed in. */
  @Post(':token')
  @Public()
  async use(
    @Param('token') token: string,
    @CurrentPlace() place: Place,
    @CurrentSession() former: string | undefined,
    @Body() { password, ownDevice = false }: ResetPassword,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const session = await this.resets.use(token, password, { ...place, ownDevice });
    if (former) await this.sessions.end(former);
    return this.me.welcome(reply, session);
  }
}
