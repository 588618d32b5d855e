import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { OverviewQueries } from '@convener/overview';
import { CoverageQueries } from '@convener/standards-coverage';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { CoverageReport, Overview } from './overview.dto';

@ApiTags('projects')
@Controller('projects/:id')
export class OverviewController {
  constructor(
    private readonly overviews: OverviewQueries,
    private readonly coverages: CoverageQueries,
  ) {}

  /** Overdue, waiting, to be accepted, ahead in the next fourteen days, and the baseline by stage and sub-team. */
  @Get('overview')
  @Policy('project.read')
  overview(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Overview> {
    return this.overviews.view(me, id);
  }

  /** Outputs accepted of outputs expected, by standard. */
  @Get('coverage')
  @Policy('project.read')
  async coverage(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<CoverageReport> {
    return { standards: await this.coverages.view(me, id) };
  }
}
