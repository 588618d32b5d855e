import { Module } from '@nestjs/common';
import { PredecessorsService } from './predecessors.service';
import { ScheduleQueries } from './schedule.queries';

const SERVICES = [PredecessorsService, ScheduleQueries];

/** What comes before what in a project: predecessors with lag, float, the critical path. */
@Module({
  providers: SERVICES,
  exports: SERVICES,
})
export class PredecessorsModule {}
