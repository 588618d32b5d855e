export { AcceptancesQueries } from './acceptances.queries';
export { AnchorBooks } from './anchor-book';
export { anchorDaysOf, withMilestones } from './anchor-days';
export { type Assigned, AssignmentsService } from './assignments.service';
export type { BulkChange, BulkSelection, BulkType, LeftRow } from './bulk-change';
export { BulkChangesQueries, type PastBulkChange } from './bulk-changes.queries';
export { type BulkUndone, BulkUndoService } from './bulk-undo.service';
export { CantWaitService } from './cant-wait.service';
export { Check } from './check.entity';
export { ChecksService } from './checks.service';
export { CoverageQueries, type CoverageView } from './coverage.queries';
export { type Days, followDue, requirePlannable, shifted } from './dates';
export { Deliverable, deliverableMoved } from './deliverable.entity';
export { DeliverablesService, type GivenEvidence } from './deliverables.service';
export { EvidenceFile } from './evidence-file.entity';
export { EvidenceFilesQueries } from './evidence-files.queries';
export { EvidenceFilesService, type GivenFile } from './evidence-files.service';
export { Evidence } from './evidence.entity';
export type { Health } from './health';
export { HandOutQueries } from './hand-out.queries';
export { HealthService } from './health.service';
export {
  type ItemReminder,
  type ItemReminders,
  ItemRemindersQueries,
  type ReminderOutcome,
} from './item-reminders.queries';
export { ItemRows, type ListedItem, listedItems } from './item-rows';
export { KindRules, type MissingOf } from './kind-rules';
export { LiveScope } from './live-scope';
export { Milestone, MILESTONE_KINDS, type MilestoneKind } from './milestone.entity';
export { type MyWorkFilter, MyWorkQueries } from './my-work.queries';
export type { NextStep } from './next-step';
export { positionAfter } from './order';
export { type OwnItem, ownItem } from './own-item';
export { type OwnDeliverable, OwnRowsService, type OwnWorkItem } from './own-rows.service';
export { type Placed, positionAtEnd, positionsFor } from './positions';
export { Predecessor } from './predecessor.entity';
export { countingDay, type CountedItem, isLate, isOverdue, type Progress } from './progress';
export { ProgressQueries } from './progress.queries';
export { ProjectActivityQueries } from './project-activity.queries';
export { ProjectReminders } from './project-reminders';
export { checkRow, deliverableRow, POSITION_STEP, type RowContext, rowsOf, sourceOf } from './project-rows';
export { insertRows, type PreviewedPlan, ProjectStartService, type Started } from './project-start.service';
export { HEALTHS, type HealthWord, Project, PROJECT_STATUSES, type ProjectStatus } from './project.entity';
export { ProjectsModule } from './projects.module';
export { HEALTH_FILTERS, type HealthFilter, type ProjectFilter, ProjectsQueries } from './projects.queries';
export { NOT_RESTING, type ProjectEdit, ProjectsService } from './projects.service';
export { releaseWork } from './released-work';
export { ReminderRulesQueries, type RulesView } from './reminder-rules.queries';
export { type NewRule, ReminderRulesService, type RuleEdit } from './reminder-rules.service';
export { MANUAL_ROLES, RemindingService } from './reminding.service';
export { requireTeam, requireWorker } from './references';
export { changeRow, changeRows, likePattern, lockClause, lockRow, wrongAnswers, wrongField } from './rows';
export { type AnchorBook, countedDay, readRule } from './rule-days';
export type { EscalationView, RuleSource, RuleView } from './rule-views';
export { type ItemScope, type ProjectScope, WorkScope } from './scope';
export { Settling, statusAfter } from './settling';
export { stageOn } from './stage-on';
export { type StandardUse, StandardUseQueries } from './standard-use.queries';
export { StaffingService } from './staffing.service';
export { statusChanged, UNTOUCHED } from './standstill';
export { StartDraftsService, type StartDraftView } from './start-drafts.service';
export { type ListsToMake, type PreviewedList, StartLists } from './start-lists';
export {
  type EditionBefore,
  START_STEPS,
  type StartDraft,
  type StartProject,
  type StartStep,
  type TeamStaffing,
} from './start.types';
export { NOTHING, type Tally, talliesOfProjects } from './tallies';
export { answersFor, idsByPlace, rowContext } from './template-ground';
export {
  CHECK_STATES,
  DELIVERABLE_STATUSES,
  isDecided,
  isOpenItem,
  isSettled,
  OPEN_ITEM_STATUSES,
  sqlList,
  WAITING_KINDS,
  type WaitingKind,
  WORK_ITEM_STATUSES,
  type WorkItemStatus,
} from './transitions';
export * from './my-views';
export * from './views';
export { WorkItem } from './work-item.entity';
export { type Ended, type MadeWork, type OriginAnswers, type ShownOrigin, WorkOrigins } from './work-origins';
export { ORIGIN_KINDS, type OriginKind, WorkOrigin } from './work-origin.entity';
export { OWN_WORK, type WorkItemCursor, type WorkItemFilter } from './work-item-filter';
export { WorkItemsQueries } from './work-items.queries';
export { type WorkItemEdit, WorkItemsService } from './work-items.service';
export { type AddedWorkflow, type AddWorkflow, WorkflowsService } from './workflows.service';
export { type Found, WorkSearchQueries } from './work-search.queries';
export { type SheetCell, type SheetColumn, sheetColumns } from './checklist-sheet';
