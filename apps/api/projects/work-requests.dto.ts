import { WAITING_KINDS, type WaitingKind, type WorkItemStatus, WORK_ITEM_STATUSES } from '@convener/projects';
import { type Accepter, ACCEPTERS, EVIDENCE, type EvidenceNeed, type Stage, STAGES } from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, Matches, Max, Min, ValidateNested } from 'class-validator';
import { PageQuery } from '../http/paging';
import { IfGiven, IsCalendarDay, IsId, IsTimeOfDay, IsWebLink, OrNull, Text } from '../http/validators';

export class WorkItemQuery extends PageQuery {
  @IfGiven()
  @IsIn(STAGES)
  stage?: Stage;

  /** Id of a sub-team. */
  @IfGiven()
  @IsId()
  team?: string;

  @IfGiven()
  @IsIn(WORK_ITEM_STATUSES)
  status?: WorkItemStatus;

  /** Id of a person. */
  @IfGiven()
  @IsId()
  assignee?: string;

  @IfGiven()
  @IsIn(['true', 'false'])
  overdue?: 'true' | 'false';

  /** Only what waits for one of this kind. */
  @IfGiven()
  @IsIn(WAITING_KINDS)
  waiting?: WaitingKind;

  /** Part of the title or code. */
  @IfGiven()
  @Text({ max: 100 })
  q?: string;
}

export class MyWorkQuery {
  /** Only this project. */
  @IfGiven()
  @IsId()
  project?: string;

  /** Only what waits for one of this kind. */
  @IfGiven()
  @IsIn(WAITING_KINDS)
  waiting?: WaitingKind;
}

export class OwnDeliverable {
  @Text({ max: 300 })
  title!: string;

  @IfGiven()
  @Text({ max: 300 })
  titleEn?: string;

  @IfGiven()
  @IsIn(EVIDENCE)
  evidence?: EvidenceNeed;

  @IfGiven()
  @IsIn(ACCEPTERS)
  accepter?: Accepter;

  @IfGiven()
  @IsCalendarDay()
  dueDay?: string;
}

export class OwnCheck {
  @Text({ max: 1000 })
  text!: string;
}

export class OwnWorkItem {
  @Text({ max: 300 })
  title!: string;

  @IfGiven()
  @Text({ max: 300 })
  titleEn?: string;

  @IsIn(STAGES)
  stage!: Stage;

  @IfGiven()
  @Matches(/^[a-z]+(-[a-z]+)*$/)
  workflow?: string;

  @IfGiven()
  @IsId()
  teamId?: string;

  @IfGiven()
  @IsId()
  assigneeId?: string;

  @IfGiven()
  @IsCalendarDay()
  startDay?: string;

  @IfGiven()
  @IsCalendarDay()
  dueDay?: string;

  /** Counts the day from an anchor or milestone instead, such as `opening - 10 days`. */
  @IfGiven()
  @Text({ max: 100 })
  startRule?: string;

  @IfGiven()
  @Text({ max: 100 })
  dueRule?: string;

  /** The work item behind which it stands. */
  @IfGiven()
  @IsId()
  after?: string;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => OwnDeliverable)
  deliverables?: OwnDeliverable[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(100)
  @Text({ max: 1000 }, { each: true })
  checks?: string[];
}

export class EditWorkItem {
  @IfGiven()
  @Text({ max: 300 })
  title?: string;

  @OrNull()
  @Text({ max: 300 })
  titleEn?: string | null;

  @IfGiven()
  @IsIn(STAGES)
  stage?: Stage;

  @OrNull()
  @IsCalendarDay()
  startDay?: string | null;

  @OrNull()
  @IsCalendarDay()
  dueDay?: string | null;

  /** Counts the day from an anchor or milestone instead; null takes the rule away. */
  @OrNull()
  @Text({ max: 100 })
  startRule?: string | null;

  @OrNull()
  @Text({ max: 100 })
  dueRule?: string | null;

  /** HH:MM in the project's zone. */
  @OrNull()
  @IsTimeOfDay()
  dueTime?: string | null;

  @OrNull()
  @IsId()
  teamId?: string | null;

  @OrNull()
  @IsId()
  assigneeId?: string | null;

  @IfGiven()
  @IsIn(WORK_ITEM_STATUSES)
  status?: WorkItemStatus;

  /** Whom or what it waits for; needed with status waiting. */
  @IfGiven()
  @Text({ max: 300 })
  waitingFor?: string;

  /** Whom it waits for; only with status waiting. */
  @IfGiven()
  @IsIn(WAITING_KINDS)
  waitingKind?: WaitingKind;

  /** When its owner is told to ask again; only with status waiting. */
  @OrNull()
  @IsCalendarDay()
  followUpDay?: string | null;

  /** Needed with status not-applicable. */
  @IfGiven()
  @Text({ max: 1000, lines: true })
  reason?: string;
}

export class EditDeliverable {
  @IfGiven()
  @Text({ max: 300 })
  title?: string;

  @OrNull()
  @Text({ max: 300 })
  titleEn?: string | null;

  @OrNull()
  @IsCalendarDay()
  startDay?: string | null;

  @OrNull()
  @IsCalendarDay()
  dueDay?: string | null;

  /** Counts the day from an anchor or milestone instead; null takes the rule away. */
  @OrNull()
  @Text({ max: 100 })
  startRule?: string | null;

  @OrNull()
  @Text({ max: 100 })
  dueRule?: string | null;

  @IfGiven()
  @IsIn(EVIDENCE)
  evidence?: EvidenceNeed;

  @OrNull()
  @IsIn(ACCEPTERS)
  accepter?: Accepter | null;
}

export class Reason {
  @Text({ max: 1000, lines: true })
  reason!: string;
}

/** A note, a link, or both. */
export class GivenEvidence {
  @IfGiven()
  @Text({ max: 5000, lines: true })
  note?: string;

  @IfGiven()
  @IsWebLink()
  link?: string;
}

export class FileQuery {
  /** The evidence whose file this is a newer version of. */
  @IfGiven()
  @IsId()
  replaces?: string;
}

export class DownloadQuery {
  /** To be looked at in the browser, where the file is a picture or a PDF. */
  @IfGiven()
  @IsIn(['1'])
  preview?: '1';
}

/** Those named, or all of a sub-team, a stage, or a stage of a sub-team. */
export class BulkSelection {
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsId({ each: true })
  workItemIds?: string[];

  @IfGiven()
  @IsId()
  teamId?: string;

  @IfGiven()
  @IsIn(STAGES)
  stage?: Stage;
}

export class BulkChange {
  /** Null takes the work back into the sub-team's pool. */
  @OrNull()
  @IsId()
  assigneeId?: string | null;

  @IfGiven()
  @IsId()
  teamId?: string;

  @IfGiven()
  @IsCalendarDay()
  startDay?: string;

  @IfGiven()
  @IsCalendarDay()
  dueDay?: string;

  /** Moves start and due by so many calendar days. */
  @IfGiven()
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(-1000)
  @Max(1000)
  shiftDays?: number;
}

export class Assign {
  @IsObject()
  @ValidateNested()
  @Type(() => BulkSelection)
  select!: BulkSelection;

  @IsObject()
  @ValidateNested()
  @Type(() => BulkChange)
  set!: BulkChange;
}

export class Assigned {
  /** Shared by the activity entries of this change. */
  batchId!: string;
  changed!: number;
}

export class Reorder {
  @IsId()
  workItemId!: string;

  /** The work item behind which it goes; null, or left out, for the front. */
  @OrNull()
  @IsId()
  after?: string | null;
}
