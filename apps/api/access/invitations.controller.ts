import { CurrentPerson, isTemporary, Policy, Public, type SignedIn } from '@convener/access';
import { InvitationsService } from '@convener/accounts';
import { CurrentPlace, type Place } from '@convener/sign-in';
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AcceptInvitation, InvitationCreated, InvitationShown, Invite } from './invitations.dto';
import { Me } from './me.dto';
import { MePresenter } from './me.presenter';

/** Letting people in by link. */
@ApiTags('access')
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly me: MePresenter,
  ) {}

  /** Makes a link. A workspace role needs an admin, a project its manager: the service looks. */
  @Post()
  @Policy('me.use')
  invite(@CurrentPerson() person: SignedIn, @Body() body: Invite): Promise<InvitationCreated> {
    return this.invitations.invite(person, body);
  }

  /** What the link offers; 410 when it is used up or has run out. */
  @Get(':token')
  @Public()
  show(@Param('token') token: string): Promise<InvitationShown> {
    return this.invitations.show(token);
  }

  /** Accepts: a newcomer, also one who has helped without an account, with name, e-mail and password; others with `{}`. */
  @Post(':token/accept')
  @Public()
  async accept(
    @Param('token') token: string,
    @CurrentPerson() person: SignedIn | undefined,
    @CurrentPlace() place: Place,
    @Body() { ownDevice = false, ...body }: AcceptInvitation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    if (person && !isTemporary(person)) return this.me.present(await this.invitations.acceptAs(person, token));
    const visit = { ...place, ownDevice };
    return this.me.welcome(reply, await this.invitations.acceptAsNewcomer(token, body, visit));
  }
}
