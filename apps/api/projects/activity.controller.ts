import { allow, CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { ActivityQueries } from '@convener/activity';
import { Database } from '@convener/platform';
import { WorkScope } from '@convener/projects';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { decodeCursor, limitOf, pageOf } from '../http/paging';
import { ActivityPage, ActivityQuery } from './projects.dto';

@ApiTags('projects')
@Controller('projects/:id/activity')
export class ActivityController {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly activity: ActivityQueries,
  ) {}

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
    const entries = await this.database.read(async (em) => {
      const { actor } = await this.scope.project(em, id, me);
      allow(actor, 'activity.read');
      return this.activity.page(em, id, {
        subjectIds: query.subject ? [query.subject] : undefined,
        before,
        limit: limit + 1,
      });
    });
    return pageOf(
      entries,
      limit,
      (entry) => [entry.id],
      (entry) => entry,
    );
  }
}
