import { RemindersModule, ReminderSubjects } from '@convener/reminders';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnchorBooks } from './anchor-book';
import { CantWaitService } from './cant-wait.service';
import { Check } from './check.entity';
import { ChecksService } from './checks.service';
import { DeliverableViews } from './deliverable-views';
import { Deliverable } from './deliverable.entity';
import { DeliverablesService } from './deliverables.service';
import { EvidenceFile } from './evidence-file.entity';
import { EvidenceFilesQueries } from './evidence-files.queries';
import { EvidenceFilesService } from './evidence-files.service';
import { Evidence } from './evidence.entity';
import { HealthService } from './health.service';
import { ItemRows } from './item-rows';
import { KindRules } from './kind-rules';
import { LiveScope } from './live-scope';
import { Milestone } from './milestone.entity';
import { OwnRowsService } from './own-rows.service';
import { Predecessor } from './predecessor.entity';
import { ProgressQueries } from './progress.queries';
import { ProjectActivityQueries } from './project-activity.queries';
import { ProjectReminders } from './project-reminders';
import { Project } from './project.entity';
import { ProjectsQueries } from './projects.queries';
import { ProjectsService } from './projects.service';
import { WorkScope } from './scope';
import { Settling } from './settling';
import { StaffingService } from './staffing.service';
import { WorkItem } from './work-item.entity';
import { WorkItemsQueries } from './work-items.queries';
import { WorkItemsService } from './work-items.service';
import { WorkOrigin } from './work-origin.entity';
import { WorkOrigins } from './work-origins';

const SERVICES = [
  AnchorBooks,
  CantWaitService,
  ChecksService,
  DeliverablesService,
  DeliverableViews,
  EvidenceFilesQueries,
  EvidenceFilesService,
  HealthService,
  ItemRows,
  KindRules,
  LiveScope,
  OwnRowsService,
  ProgressQueries,
  ProjectActivityQueries,
  ProjectReminders,
  ProjectsQueries,
  ProjectsService,
  Settling,
  StaffingService,
  WorkItemsQueries,
  WorkItemsService,
  WorkOrigins,
  WorkScope,
];

/** Running events. Global because it answers the port of `reminders`, which both api and worker load. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([
      ...[Project, WorkItem, Predecessor, Deliverable, Evidence, EvidenceFile, Check, Milestone, WorkOrigin],
    ]),
    RemindersModule,
  ],
  providers: [...SERVICES, { provide: ReminderSubjects, useExisting: ProjectReminders }],
  exports: [...SERVICES, ReminderSubjects],
})
export class ProjectsModule {}
