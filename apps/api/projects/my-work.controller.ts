import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { AcceptancesQueries, HandOutQueries, MyWorkQueries } from '@convener/my-work';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AcceptanceQueue, HandOut } from './my-work.dto';
import { MyWork } from './work.dto';
import { AcceptancesQuery, MyWorkQuery } from './work-queries.dto';

@ApiTags('me')
@Controller('me')
export class MyWorkController {
  constructor(
    private readonly myWork: MyWorkQueries,
    private readonly acceptances: AcceptancesQueries,
    private readonly handOut: HandOutQueries,
  ) {}

  /** My open work across projects, most urgent first, and what waits for my acceptance. */
  @Get('work')
  @Policy('me.use')
  view(@CurrentPerson() me: SignedIn, @Query() query: MyWorkQuery): Promise<MyWork> {
    return this.myWork.view(me, query);
  }

  /** What waits for my acceptance, the oldest first, with all that deciding over it takes. */
  @Get('acceptances')
  @Policy('account.use')
  queue(@CurrentPerson() me: SignedIn, @Query() { project }: AcceptancesQuery): Promise<AcceptanceQueue> {
    return this.acceptances.queue(me, project);
  }

  /** The open work of the sub-teams that I lead, and how much their people have. */
  @Get('hand-out')
  @Policy('account.use')
  async teams(@CurrentPerson() me: SignedIn): Promise<HandOut> {
    return { teams: await this.handOut.teams(me) };
  }
}
