import {
  type MadeWork as Made,
  ORIGIN_KINDS,
  type OriginKind,
  type ShownOrigin,
  WORK_ITEM_STATUSES,
  type WorkItemStatus,
} from '@convener/projects';
import { ApiProperty } from '@nestjs/swagger';

/** A work item, beside what it was made from. */
export class MadeWork implements Made {
  id!: string;
  title!: string;
  titleEn!: string | null;
  @ApiProperty({ enum: WORK_ITEM_STATUSES, enumName: 'WorkItemStatus' })
  status!: WorkItemStatus;
}

export class WorkOrigin implements ShownOrigin {
  @ApiProperty({ enum: ORIGIN_KINDS, enumName: 'OriginKind' })
  kind!: OriginKind;
  /** Of the list, or of the record's entry. */
  title!: string;
  titleEn!: string | null;
  /** Of the entry. */
  day!: string | null;
  registerId!: string | null;
  /** The work item whose deliverable the record is. */
  workItemId!: string | null;
}

export class WorkItemOrigin {
  /** Null where it came from nothing, or from what the caller may not see. */
  origin!: WorkOrigin | null;
}
