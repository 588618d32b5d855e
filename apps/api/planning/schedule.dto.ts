import { WORK_ITEM_STATUSES, type WorkItemStatus } from '@convener/projects';
import { LAG_UNITS, type NetworkEdge } from '@convener/schedule';
import { type Stage, STAGES } from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { IfGiven, IsId } from '../http/validators';
import { TeamRef } from '../projects/work.dto';

const LONGEST_LAG = 365;

export class GivenPredecessor {
  /** A work item of the same project. */
  @IsId()
  id!: string;

  /** Between its finish and the start of the other; negative for a lead. */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(-LONGEST_LAG)
  @Max(LONGEST_LAG)
  lagDays!: number;

  @ApiProperty({ enum: LAG_UNITS, enumName: 'LagUnit' })
  @IsIn(LAG_UNITS)
  lagUnit!: NetworkEdge['lagUnit'];
}

export class Predecessors {
  /** The whole list; empty where it waits for nothing. */
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => GivenPredecessor)
  predecessors!: GivenPredecessor[];
}

export class SchedulePredecessor {
  id!: string;
  @ApiProperty({ type: 'integer' })
  lagDays!: number;
  @ApiProperty({ enum: LAG_UNITS, enumName: 'LagUnit' })
  lagUnit!: NetworkEdge['lagUnit'];
}

export class ScheduleRow {
  id!: string;
  code!: string | null;
  title!: string;
  titleEn!: string | null;
  @ApiProperty({ enum: STAGES, enumName: 'Stage' })
  stage!: Stage;
  @ApiProperty({ enum: WORK_ITEM_STATUSES, enumName: 'WorkItemStatus' })
  status!: WorkItemStatus;
  version!: number;
  team!: TeamRef | null;
  startDay!: string | null;
  dueDay!: string | null;
  baselineStartDay!: string | null;
  baselineDueDay!: string | null;
  doneDay!: string | null;
  /** Null for what is done or has no day. */
  expectedStartDay!: string | null;
  expectedDueDay!: string | null;
  /** Calendar days that its predecessors push it back. */
  pushDays!: number;
  /** Work items that push it, from its nearest predecessor back to where the delay began. */
  pushedBy!: string[];
  /** Calendar days that it can slip without harm; null for what is done or has no day. */
  floatDays!: number | null;
  /** No work that leads to a limit has less float. */
  critical!: boolean;
  predecessors!: SchedulePredecessor[];
}

export class Schedule {
  /** The day that lateness counts from. */
  today!: string;
  items!: ScheduleRow[];
  /** The chain of work that has no day to lose, in order. */
  criticalPath!: string[];
}

export class Follow {
  /** Only these work items; left out for all that are pushed. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsId({ each: true })
  items?: string[];
}

export class PushedRow {
  id!: string;
  title!: string;
  titleEn!: string | null;
  startDay!: string | null;
  dueDay!: string | null;
  toStartDay!: string | null;
  toDueDay!: string | null;
  pushDays!: number;
  pushedBy!: string[];
}

export class PushedRows {
  items!: PushedRow[];
}

export class Followed extends PushedRows {
  /** Shared by the activity entries of this change. */
  batchId!: string;
  changed!: number;
}
