import { PROJECT_STATUSES, type ProjectStatus, WORK_ITEM_STATUSES, type WorkItemStatus } from '@convener/projects';
import { ApiProperty } from '@nestjs/swagger';

export class FoundProject {
  id!: string;
  name!: string;
  @ApiProperty({ enum: PROJECT_STATUSES, enumName: 'ProjectStatus' })
  status!: ProjectStatus;
}

export class FoundItem {
  id!: string;
  projectId!: string;
  /** Its name. */
  project!: string;
  code!: string | null;
  title!: string;
  titleEn!: string | null;
  @ApiProperty({ enum: WORK_ITEM_STATUSES, enumName: 'WorkItemStatus' })
  status!: WorkItemStatus;
}

export class FoundWork {
  projects!: FoundProject[];
  items!: FoundItem[];
}
