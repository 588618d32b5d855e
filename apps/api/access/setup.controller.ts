import { Public } from '@convener/access';
import { SetupService } from '@convener/accounts';
import { CurrentPlace, type Place } from '@convener/sign-in';
import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Me, SetUp, SetUpState } from './me.dto';
import { MePresenter } from './me.presenter';

/** The first admin, once. */
@ApiTags('access')
@Controller('setup')
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly me: MePresenter,
  ) {}

  /** Whether somebody must be set up first. */
  @Get()
  @Public()
  async state(): Promise<SetUpState> {
    return { needed: await this.setup.needed() };
  }

  /** Makes the first admin and signs them in. */
  @Post()
  @Public()
  async setUp(
    @Body() { ownDevice = false, ...body }: SetUp,
    @CurrentPlace() place: Place,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.me.welcome(reply, await this.setup.setUp(body, { ...place, ownDevice }));
  }
}
