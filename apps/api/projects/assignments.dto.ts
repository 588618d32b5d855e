import { type Stage, STAGES } from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, Max, Min, ValidateNested } from 'class-validator';
import { IfGiven, IsCalendarDay, IsId, OrNull } from '../http/validators';
import { PersonRef } from './work.dto';
import { StatusEdit } from './work-edits.dto';
import { filterOf, WorkItemFilterQuery } from './work-queries.dto';

/** Those named; all of a sub-team, a stage, or a stage of a sub-team; or all that a filter of the checklist leaves. */
export class BulkSelection {
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(5000)
  @IsId({ each: true })
  workItemIds?: string[];

  /** Null: those that no sub-team has. */
  @OrNull()
  @IsId()
  teamId?: string | null;

  @IfGiven()
  @IsIn(STAGES)
  stage?: Stage;

  /** As of the checklist, also of rows that it has not shown yet. Empty for the whole project. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => WorkItemFilterQuery)
  filter?: WorkItemFilterQuery;

  /** But for these. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(5000)
  @IsId({ each: true })
  except?: string[];

  /** Of these only those that nobody has. */
  @IfGiven()
  @IsBoolean()
  unassigned?: boolean;
}

export class BulkChange extends StatusEdit {
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

export class Why {
  zh!: string;
  en!: string;
}

/** A row that stays as it is. */
export class LeftRow {
  @ApiProperty({ enum: ['work-item', 'deliverable'] })
  type!: 'work-item' | 'deliverable';
  id!: string;
  title!: string;
  titleEn!: string | null;
  why!: Why;
}

export class Assigned {
  /** Names the change for its undo; shared by its activity entries. */
  batchId!: string;
  @ApiProperty({ type: 'integer' })
  changed!: number;
  /** Work items that stay as they are. */
  left!: LeftRow[];
}

export class BulkUndone {
  /** Work items that are again as they were. */
  @ApiProperty({ type: 'integer' })
  restored!: number;
  left!: LeftRow[];
}

export class PastBulkChange {
  id!: string;
  by!: PersonRef;
  at!: number;
  set!: BulkChange;
  /** How many work items. */
  @ApiProperty({ type: 'integer' })
  changed!: number;
  undoneAt!: number | null;
  /** The caller may take it back now. */
  mayUndo!: boolean;
}

export class PastBulkChanges {
  items!: PastBulkChange[];
}

export class Reorder {
  @IsId()
  workItemId!: string;

  /** The work item behind which it goes; null, or left out, for the front. */
  @OrNull()
  @IsId()
  after?: string | null;
}

export function selectionOf({ filter, ...named }: BulkSelection) {
  return { ...named, filter: filter && filterOf(filter) };
}
