import { Global, Module } from '@nestjs/common';
import { RemindersModule, ReminderSubjects } from '@convener/reminders';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AcceptancesQueries } from './acceptances.queries';
import { AnchorBooks } from './anchor-book';
import { AssignmentsService } from './assignments.service';
import { BulkChangeRecord } from './bulk-change.entity';
import { BulkChangesQueries } from './bulk-changes.queries';
import { BulkUndoService } from './bulk-undo.service';
import { CantWaitService } from './cant-wait.service';
import { Check } from './check.entity';
import { ChecksService } from './checks.service';
import { CoverageQueries } from './coverage.queries';
import { DeliverableViews } from './deliverable-views';
import { Deliverable } from './deliverable.entity';
import { DeliverablesService } from './deliverables.service';
import { EvidenceFile } from './evidence-file.entity';
import { EvidenceFilesQueries } from './evidence-files.queries';
import { EvidenceFilesService } from './evidence-files.service';
import { Evidence } from './evidence.entity';
import { HandOutQueries } from './hand-out.queries';
import { HealthService } from './health.service';
import { ItemRemindersQueries } from './item-reminders.queries';
import { ItemRows } from './item-rows';
import { KindRules } from './kind-rules';
import { LiveScope } from './live-scope';
import { Milestone } from './milestone.entity';
import { MyWorkQueries } from './my-work.queries';
import { OwnRowsService } from './own-rows.service';
import { Predecessor } from './predecessor.entity';
import { ProgressQueries } from './progress.queries';
import { ProjectActivityQueries } from './project-activity.queries';
import { ProjectReminders } from './project-reminders';
import { ProjectStartService } from './project-start.service';
import { Project } from './project.entity';
import { ProjectsQueries } from './projects.queries';
import { ProjectsService } from './projects.service';
import { ReminderRulesQueries } from './reminder-rules.queries';
import { ReminderRulesService } from './reminder-rules.service';
import { RemindingService } from './reminding.service';
import { RuleGrounds } from './rule-grounds';
import { WorkScope } from './scope';
import { Settling } from './settling';
import { StandardUseQueries } from './standard-use.queries';
import { StartLists } from './start-lists';
import { StaffingService } from './staffing.service';
import { StoredStartDraft } from './start-draft.entity';
import { StartDraftsService } from './start-drafts.service';
import { WorkflowsService } from './workflows.service';
import { WorkItem } from './work-item.entity';
import { WorkItemsQueries } from './work-items.queries';
import { WorkItemsService } from './work-items.service';
import { WorkOrigin } from './work-origin.entity';
import { WorkOrigins } from './work-origins';
import { WorkSearchQueries } from './work-search.queries';

const SERVICES = [
  AcceptancesQueries,
  AnchorBooks,
  AssignmentsService,
  BulkChangesQueries,
  BulkUndoService,
  CantWaitService,
  ChecksService,
  CoverageQueries,
  DeliverablesService,
  EvidenceFilesQueries,
  EvidenceFilesService,
  HandOutQueries,
  HealthService,
  ItemRemindersQueries,
  ItemRows,
  KindRules,
  LiveScope,
  MyWorkQueries,
  OwnRowsService,
  ProgressQueries,
  ProjectActivityQueries,
  ProjectReminders,
  ProjectsQueries,
  ProjectsService,
  ProjectStartService,
  Settling,
  ReminderRulesQueries,
  ReminderRulesService,
  RemindingService,
  StaffingService,
  StartDraftsService,
  StartLists,
  StandardUseQueries,
  WorkflowsService,
  WorkItemsQueries,
  WorkItemsService,
  WorkOrigins,
  WorkScope,
  WorkSearchQueries,
];

/** Running events. Global because it answers the port of `reminders`, which both api and worker load. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([
      ...[Project, WorkItem, Predecessor, Deliverable, Evidence, EvidenceFile, Check, Milestone],
      ...[BulkChangeRecord, StoredStartDraft, WorkOrigin],
    ]),
    RemindersModule,
  ],
  providers: [...SERVICES, DeliverableViews, RuleGrounds, { provide: ReminderSubjects, useExisting: ProjectReminders }],
  exports: [...SERVICES, ReminderSubjects],
})
export class ProjectsModule {}
