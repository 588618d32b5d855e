export { networkOf, type NetworkRow, scheduleDay } from './network.rows';
export { PredecessorsModule } from './predecessors.module';
export { PredecessorsService } from './predecessors.service';
export { ScheduleQueries, teamsOf } from './schedule.queries';
