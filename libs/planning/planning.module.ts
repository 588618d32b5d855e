import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Baseline } from './baseline.entity';
import { BaselinesQueries } from './baselines.queries';
import { BaselinesService } from './baselines.service';
import { BoardQueries } from './board.queries';
import { FollowService } from './follow.service';
import { HouseFromProject } from './house-from-project';
import { Lesson } from './lesson.entity';
import { LessonsService } from './lessons.service';
import { MilestoneWork } from './milestone-work';
import { MilestonesQueries } from './milestones.queries';
import { MilestonesService } from './milestones.service';
import { Moves } from './moves';
import { NextEditionService } from './next-edition.service';
import { OverviewQueries } from './overview.queries';
import { PredecessorsService } from './predecessors.service';
import { ProjectStateService } from './project-state.service';
import { RecurringOccurrence } from './recurring-occurrence.entity';
import { RecurringOccurrences } from './recurring-occurrences';
import { RecurringSweep } from './recurring-sweep.service';
import { RecurringWork } from './recurring-work.entity';
import { RecurringWorkQueries } from './recurring-work.queries';
import { RecurringWorkService } from './recurring-work.service';
import { ReplanUndoService } from './replan-undo.service';
import { ReplanWorlds } from './replan-world';
import { ReplanWriter } from './replan-writer';
import { ReplanRecord } from './replan.entity';
import { ReplanService } from './replan.service';
import { ReplansQueries } from './replans.queries';
import { ScheduleQueries } from './schedule.queries';
import { TemplateUpdateService } from './template-update.service';
import { TemplateWriter } from './template-writer';

const SERVICES = [
  BaselinesQueries,
  BaselinesService,
  BoardQueries,
  FollowService,
  HouseFromProject,
  LessonsService,
  MilestonesQueries,
  MilestonesService,
  NextEditionService,
  OverviewQueries,
  PredecessorsService,
  ProjectStateService,
  RecurringSweep,
  RecurringWorkQueries,
  RecurringWorkService,
  ReplanService,
  ReplansQueries,
  ReplanUndoService,
  ScheduleQueries,
  TemplateUpdateService,
];

const OWN = [MilestoneWork, Moves, RecurringOccurrences, ReplanWorlds, ReplanWriter, TemplateWriter];

/** Plans that live: what changes the days of running projects, and what one edition hands to the next. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Baseline, Lesson, RecurringWork, RecurringOccurrence, ReplanRecord])],
  providers: [...SERVICES, ...OWN],
  exports: SERVICES,
})
export class PlanningModule {}
