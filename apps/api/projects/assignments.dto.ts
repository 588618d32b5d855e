import { type Stage, STAGES } from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, Max, Min, ValidateNested } from 'class-validator';
import { IfGiven, IsCalendarDay, IsId, OrNull } from '../http/validators';

/** Those named, or all of a sub-team, a stage, or a stage of a sub-team. */
export class BulkSelection {
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsId({ each: true })
  workItemIds?: string[];

  /** Null: those that no sub-team has. */
  @OrNull()
  @IsId()
  teamId?: string | null;

  @IfGiven()
  @IsIn(STAGES)
  stage?: Stage;

  /** Of these only those that nobody has. */
  @IfGiven()
  @IsBoolean()
  unassigned?: boolean;
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
