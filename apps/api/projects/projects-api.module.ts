import { BulkChangesModule } from '@convener/bulk-changes';
import { EditionsModule } from '@convener/editions';
import { MyWorkModule } from '@convener/my-work';
import { Module } from '@nestjs/common';
import { ActivityController } from './activity.controller';
import { BulkChangesController } from './bulk-changes.controller';
import { ChecksController } from './checks.controller';
import { ChecklistFileController } from './checklist-file.controller';
import { DeliverableFilesController } from './deliverable-files.controller';
import { DeliverablesController } from './deliverables.controller';
import { EvidenceController } from './evidence.controller';
import { MyWorkController } from './my-work.controller';
import { ProjectsController } from './projects.controller';
import { StaffingController } from './staffing.controller';
import { StartDraftsController } from './start-drafts.controller';
import { WorkItemsController } from './work-items.controller';
import { WorkSearchController } from './work-search.controller';

@Module({
  imports: [EditionsModule, BulkChangesModule, MyWorkModule],
  controllers: [
    ProjectsController,
    StaffingController,
    StartDraftsController,
    WorkItemsController,
    ChecklistFileController,
    DeliverablesController,
    DeliverableFilesController,
    EvidenceController,
    ChecksController,
    MyWorkController,
    ActivityController,
    BulkChangesController,
    WorkSearchController,
  ],
})
export class ProjectsApiModule {}
