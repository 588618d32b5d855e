import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { BaselinesQueries, BaselinesService } from '@convener/overview';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { Reason } from '../projects/reason.dto';
import { Baseline } from './baseline.dto';

@ApiTags('schedule')
@Controller('projects/:id/baseline')
export class BaselineController {
  constructor(
    private readonly queries: BaselinesQueries,
    private readonly baselines: BaselinesService,
  ) {}

  /** The baseline against now against done, by work item, stage and sub-team. */
  @Get()
  @Policy('project.read')
  view(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Baseline> {
    return this.queries.view(me, id);
  }

  /** Makes the present days of open work the baseline; the old one is kept. */
  @Post()
  @HttpCode(200)
  @Once()
  @Policy('baseline.set')
  async set(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string, @Body() body: Reason): Promise<Baseline> {
    await this.baselines.set(me, id, body.reason);
    return this.queries.view(me, id);
  }
}
