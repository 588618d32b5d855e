import { Module } from '@nestjs/common';
import { BaselineController } from './baseline.controller';
import { BoardController } from './board.controller';
import { EditionsController } from './editions.controller';
import { LessonsController } from './lessons.controller';
import { MilestonesController } from './milestones.controller';
import { OverviewController } from './overview.controller';
import { ProjectStateController } from './project-state.controller';
import { RecurringController } from './recurring.controller';
import { ReplanController } from './replan.controller';
import { ScheduleController } from './schedule.controller';

@Module({
  controllers: [
    BaselineController,
    BoardController,
    EditionsController,
    LessonsController,
    MilestonesController,
    OverviewController,
    ProjectStateController,
    RecurringController,
    ReplanController,
    ScheduleController,
  ],
})
export class PlanningApiModule {}
