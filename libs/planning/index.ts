export { type BaselineRow, BaselinesQueries, type BaselineView } from './baselines.queries';
export { BaselinesService } from './baselines.service';
export type { Asked, StandardAsks } from './board.asks';
export { BoardQueries, type BoardView, type CellView } from './board.queries';
export { type Deviation, DEVIATION_KINDS, type DeviationKind, type DeviationSummary } from './deviations';
export { FollowService, type PushedRow } from './follow.service';
export { HouseFromProject } from './house-from-project';
export { Lesson } from './lesson.entity';
export { type Lessons, LessonsService, type LessonView } from './lessons.service';
export { MilestonesQueries, type MilestoneView } from './milestones.queries';
export { type MilestoneFacts, MilestonesService, type NewMilestone } from './milestones.service';
export type { MovedDays } from './moves';
export { NextEditionService } from './next-edition.service';
export type { Carried, NextEditionPreview, StartFrom } from './next-edition.types';
export { OverviewQueries, type OverviewView } from './overview.queries';
export { PlanningModule } from './planning.module';
export { type GivenPredecessor, PredecessorsService } from './predecessors.service';
export { ProjectStateService, SHIFTS, type StateChange, type StateOutcome, STATES } from './project-state.service';
export { RecurringSweep } from './recurring-sweep.service';
export { type RecurringView, RecurringWorkQueries } from './recurring-work.queries';
export { type GivenRecurring, type RecurringEdit, RecurringWorkService } from './recurring-work.service';
export { ReplanUndoService, type Undone } from './replan-undo.service';
export { type ReplanDone, type ReplanPreview, ReplanService } from './replan.service';
export {
  KEPT,
  LATE_ROWS,
  REPLAN_KINDS,
  REPLAN_TYPES,
  type ReplanAnswers,
  type ReplanChoices,
  WHY_CODES,
} from './replan.types';
export { ReplansQueries, type ReplanView } from './replans.queries';
export { ScheduleQueries, type ScheduleRow, type ScheduleView } from './schedule.queries';
export { type OfferedChange, type TemplateUpdate, TemplateUpdateService } from './template-update.service';
