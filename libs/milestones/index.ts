export { milestoneDays } from './milestone-days';
export { MilestonesModule } from './milestones.module';
export { MilestonesQueries } from './milestones.queries';
export { milestonesOf, MilestonesService } from './milestones.service';
