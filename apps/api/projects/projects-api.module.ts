import { Module } from '@nestjs/common';
import { ActivityController } from './activity.controller';
import { ChecksController } from './checks.controller';
import { DeliverablesController } from './deliverables.controller';
import { MyWorkController } from './my-work.controller';
import { ProjectsController } from './projects.controller';
import { StaffingController } from './staffing.controller';
import { WorkItemsController } from './work-items.controller';

@Module({
  controllers: [
    ProjectsController,
    StaffingController,
    WorkItemsController,
    DeliverablesController,
    ChecksController,
    MyWorkController,
    ActivityController,
  ],
})
export class ProjectsApiModule {}
