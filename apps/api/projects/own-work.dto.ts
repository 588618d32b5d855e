import {
  type Accepter,
  ACCEPTERS,
  EVIDENCE,
  type EvidenceNeed,
  OUTPUT_KINDS,
  type OutputKind,
  type Stage,
  STAGES,
} from '@convener/templates';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, Matches, ValidateNested } from 'class-validator';
import { IfGiven, IsCalendarDay, IsId, Text } from '../http/validators';

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
  @IsIn(OUTPUT_KINDS)
  kind?: OutputKind;

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
