import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { ChecksService, WorkItemsQueries } from '@convener/projects';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { Check } from './work.dto';
import { Reason } from './reason.dto';

/** Each answers the check as it then is; ticking twice changes nothing. */
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
  async tick(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Check> {
    await this.checks.decide(me, id, 'tick');
    return this.queries.check(me, id);
  }

  @Post('untick')
  @HttpCode(200)
  @Once()
  @Policy('check.decide')
  async untick(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Check> {
    await this.checks.decide(me, id, 'untick');
    return this.queries.check(me, id);
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
    await this.checks.decide(me, id, 'not-applicable', body.reason);
    return this.queries.check(me, id);
  }
}
