export { AnchorBooks } from './anchor-book';
export { anchorDaysOf, withMilestones } from './anchor-days';
export { CantWaitService } from './cant-wait.service';
export { Check } from './check.entity';
export { ChecksService } from './checks.service';
export { type Days, followDue, requireDays, requirePlannable, shifted } from './dates';
export { Deliverable, deliverableMoved, type DeliverableSource } from './deliverable.entity';
export { DeliverablesService, type GivenEvidence, UNSETTLED } from './deliverables.service';
export { EvidenceFile } from './evidence-file.entity';
export { mayOpenFile } from './evidence-files.rules';
export { EvidenceFilesQueries } from './evidence-files.queries';
export { EvidenceFilesService, type GivenFile, type WithEvidence } from './evidence-files.service';
export { oneAtATime, requireSpace } from './file-space';
export { Evidence } from './evidence.entity';
export type { Health } from './health';
export { HealthService } from './health.service';
export { ItemRows, type ListedItem, listedItems } from './item-rows';
export { KindRules, type MissingOf } from './kind-rules';
export { LiveScope } from './live-scope';
export { Milestone, MILESTONE_KINDS, type MilestoneKind } from './milestone.entity';
export { itemBefore, positionAfter } from './order';
export { type OwnItem, ownItem } from './own-item';
export { type OwnDeliverable, OwnRowsService, type OwnWorkItem } from './own-rows.service';
export { type Placed, positionAtEnd, positionsFor } from './positions';
export { Predecessor } from './predecessor.entity';
export { type CountedItem, countingDay, isLate, isOverdue, type Progress, progressOf, SOON_DAYS } from './progress';
export { ProgressQueries } from './progress.queries';
export { ProjectActivityQueries } from './project-activity.queries';
export { ProjectReminders } from './project-reminders';
export {
  checkRow,
  deliverableRow,
  POSITION_STEP,
  type ProjectRows,
  type RowContext,
  rowsOf,
  sourceOf,
} from './project-rows';
export {
  DEFAULT_ZONE,
  HEALTHS,
  type HealthWord,
  isRunning,
  Project,
  PROJECT_STATUSES,
  type ProjectStatus,
} from './project.entity';
export { ProjectsModule } from './projects.module';
export { HEALTH_FILTERS, type HealthFilter, type ProjectFilter, ProjectsQueries } from './projects.queries';
export { NOT_RESTING, type ProjectEdit, ProjectsService } from './projects.service';
export { releaseWork } from './released-work';
export { requireHands, requireTeam, requireTeamOfHands, requireWorker } from './references';
export { changeRow, changeRows, likePattern, lockClause, lockRow, wrongAnswers, wrongField } from './rows';
export { type AnchorBook, byHand, countedDay, readRule, toldOf } from './rule-days';
export { type ItemScope, type ProjectScope, WorkScope } from './scope';
export { Settling, statusAfter } from './settling';
export { stageOn } from './stage-on';
export { StaffingService } from './staffing.service';
export { idleSince, progressed, statusChanged, UNTOUCHED } from './standstill';
export { NOTHING, type Tally, talliesOfProjects } from './tallies';
export {
  CHECK_STATES,
  type CheckState,
  DECIDED_STATES,
  DELIVERABLE_STATUSES,
  type DeliverableStatus,
  isDecided,
  isOpenItem,
  isSettled,
  OPEN_ITEM_STATUSES,
  SETTLED_STATUSES,
  sqlList,
  UNDO_MS,
  WAITING_KINDS,
  type WaitingKind,
  WORK_ITEM_STATUSES,
  type WorkItemStatus,
} from './transitions';
export * from './views';
export { WorkItem } from './work-item.entity';
export { type Ended, type MadeWork, type OriginAnswers, type ShownOrigin, WorkOrigins } from './work-origins';
export { ORIGIN_KINDS, type OriginKind, WorkOrigin } from './work-origin.entity';
export { conditions, holding, joined, OWN_WORK, type WorkItemCursor, type WorkItemFilter } from './work-item-filter';
export { WorkItemsQueries } from './work-items.queries';
export { type WorkItemEdit, WorkItemsService } from './work-items.service';
export { type SheetCell, type SheetColumn, sheetColumns } from './checklist-sheet';
export { checkViews } from './check-views';
export { DeliverableViews } from './deliverable-views';
export { remindables } from './remindables';
export { FINISHED, requireOpen, statusChanges, type StatusEdit } from './status-moves';
