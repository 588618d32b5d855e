import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { ProjectActivityQueries } from '@convener/projects';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { decodeCursor, limitOf, pageOf } from '../http/paging';
import { ActivityPage, ActivityQuery } from './projects.dto';

@ApiTags('projects')
@Controller('projects/:id/activity')
export class ActivityController {
  constructor(private readonly activity: ProjectActivityQueries) {}

  /** Who did what, before and after, newest first. */
  @Get()
  @Policy('activity.read')
  async list(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() query: ActivityQuery,
  ): Promise<ActivityPage> {
    const [before = null] = decodeCursor(query.cursor, ['string']) ?? [];
    const limit = limitOf(query);
    const entries = await this.activity.page(me, id, { subject: query.subject, before, limit: limit + 1 });
    return pageOf(
      entries,
      limit,
      (entry) => [entry.id],
      (entry) => entry,
    );
  }
}
