import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { WorkSearchQueries } from '@convener/my-work';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FoundWork } from './found-work.dto';
import { SearchQuery } from './work-queries.dto';

@ApiTags('me')
@Controller('me/search')
export class WorkSearchController {
  constructor(private readonly search: WorkSearchQueries) {}

  /** A dozen projects and a dozen work items of my projects, by name, title or code. */
  @Get()
  @Policy('projects.list')
  find(@CurrentPerson() me: SignedIn, @Query() query: SearchQuery): Promise<FoundWork> {
    return this.search.find(me, query.q);
  }
}
