import { CurrentPerson, Public, type SignedIn } from '@convener/access';
import { JoiningService } from '@convener/joining';
import { CurrentPlace, type Place } from '@convener/sign-in';
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Me } from '../access/me.dto';
import { MePresenter } from '../access/me.presenter';
import { Join, JoinShown } from './joining.dto';

/** Coming in by a code. */
@ApiTags('joining')
@Controller('join/:token')
export class JoinController {
  constructor(
    private readonly joining: JoiningService,
    private readonly me: MePresenter,
  ) {}

  /** What the code offers; 410 where nobody joins by it any more. */
  @Get()
  @Public()
  show(@Param('token') token: string, @CurrentPerson() person: SignedIn | undefined): Promise<JoinShown> {
    return this.joining.show(token, person);
  }

  /** Joins, and signs in on this device. Whoever has joined by it already goes on as the same person. */
  @Post()
  @Public()
  async join(
    @Param('token') token: string,
    @CurrentPerson() person: SignedIn | undefined,
    @CurrentPlace() place: Place,
    @Body() body: Join,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    if (!person) return this.me.welcome(reply, await this.joining.join(token, body, place));
    await this.joining.joinAs(person, token);
    return this.me.present(person);
  }
}
