import { Module } from '@nestjs/common';
import { AcceptancesQueries } from './acceptances.queries';
import { HandOutQueries } from './hand-out.queries';
import { MyWorkQueries } from './my-work.queries';
import { WorkSearchQueries } from './work-search.queries';

const SERVICES = [AcceptancesQueries, HandOutQueries, MyWorkQueries, WorkSearchQueries];

/** What waits for a person: their work, what they have to accept, what a lead has to hand out. */
@Module({
  providers: SERVICES,
  exports: SERVICES,
})
export class MyWorkModule {}
