import { Module } from '@nestjs/common';
import { MilestoneWork } from './milestone-work';
import { MilestonesQueries } from './milestones.queries';
import { MilestonesService } from './milestones.service';

const SERVICES = [MilestonesQueries, MilestonesService];

/** Milestones of the contract and anchors of their own. */
@Module({
  providers: [...SERVICES, MilestoneWork],
  exports: SERVICES,
})
export class MilestonesModule {}
