import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { MyWorkQueries } from '@convener/projects';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MyWork } from './work.dto';
import { MyWorkQuery } from './work-queries.dto';

@ApiTags('me')
@Controller('me/work')
export class MyWorkController {
  constructor(private readonly myWork: MyWorkQueries) {}

  /** My open work across projects, most urgent first, and what waits for my acceptance. */
  @Get()
  @Policy('me.use')
  view(@CurrentPerson() me: SignedIn, @Query() query: MyWorkQuery): Promise<MyWork> {
    return this.myWork.view(me, query);
  }
}
