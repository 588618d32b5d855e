import { EditionsModule } from '@convener/editions';
import { MilestonesModule } from '@convener/milestones';
import { OverviewModule } from '@convener/overview';
import { PredecessorsModule } from '@convener/predecessors';
import { RecurringWorkModule } from '@convener/recurring-work';
import { StandardsCoverageModule } from '@convener/standards-coverage';
import { Module } from '@nestjs/common';
import { BaselineController } from './baseline.controller';
import { BoardController } from './board.controller';
import { EditionsController } from './editions.controller';
import { MilestonesController } from './milestones.controller';
import { OverviewController } from './overview.controller';
import { ProjectStateController } from './project-state.controller';
import { RecurringController } from './recurring.controller';
import { ReplanController } from './replan.controller';
import { ScheduleController } from './schedule.controller';

@Module({
  imports: [
    EditionsModule,
    MilestonesModule,
    OverviewModule,
    PredecessorsModule,
    RecurringWorkModule,
    StandardsCoverageModule,
  ],
  controllers: [
    BaselineController,
    BoardController,
    EditionsController,
    MilestonesController,
    OverviewController,
    ProjectStateController,
    RecurringController,
    ReplanController,
    ScheduleController,
  ],
})
export class PlanningApiModule {}
