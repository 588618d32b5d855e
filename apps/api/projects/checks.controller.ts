import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { ChecksService, WorkItemsQueries } from '@convener/projects';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersionIfGiven } from '../http/seen-version';
import { Check } from './work.dto';
import { Reason } from './reason.dto';

/** Each answers the check as it then is; ticking twice changes nothing. A tick that waited on a phone names what it saw. */
@ApiTags('checks')
@Controller('checks/:id')
export class ChecksController {
  constructor(
    private readonly checks: ChecksService,
    private readonly queries: WorkItemsQueries,
  ) {}

  @Post('tick')
  @HttpCode(200)
  @Once()
  @Policy('check.decide')
  async tick(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @SeenVersionIfGiven() seen: number | null,
  ): Promise<Check> {
    const current = () => this.queries.check(me, id);
    await orCurrent(this.checks.decide(me, id, 'tick', { seen }), current);
    return current();
  }

  @Post('untick')
  @HttpCode(200)
  @Once()
  @Policy('check.decide')
  async untick(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @SeenVersionIfGiven() seen: number | null,
  ): Promise<Check> {
    const current = () => this.queries.check(me, id);
    await orCurrent(this.checks.decide(me, id, 'untick', { seen }), current);
    return current();
  }

  @Post('not-applicable')
  @HttpCode(200)
  @Once()
  @Policy('check.decide')
  async notApplicable(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: Reason,
  ): Promise<Check> {
    await this.checks.decide(me, id, 'not-applicable', { reason: body.reason });
    return this.queries.check(me, id);
  }
}
