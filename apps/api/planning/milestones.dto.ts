import { MILESTONE_KINDS, type MilestoneKind } from '@convener/projects';
import { type Stage, STAGES } from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, Matches, MaxLength } from 'class-validator';
import { IfGiven, IsCalendarDay, IsId, OrNull, Text } from '../http/validators';

const KEY = /^[a-zA-Z][a-zA-Z0-9]*$/;

export class AddMilestone {
  /** How rules call it; made from its kind where it is not given. */
  @IfGiven()
  @Matches(KEY)
  @MaxLength(40)
  key?: string;

  @IsIn(MILESTONE_KINDS)
  kind!: MilestoneKind;

  @Text({ max: 200 })
  name!: string;

  @IfGiven()
  @Text({ max: 200 })
  nameEn?: string;

  /** Either this or a rule. */
  @IfGiven()
  @IsCalendarDay()
  day?: string;

  /** Counts the day from an anchor or another milestone, so that it moves with re-plans. */
  @IfGiven()
  @Text({ max: 100 })
  rule?: string;

  /** Of a payment, as people write it. */
  @IfGiven()
  @Text({ max: 200 })
  amount?: string;

  @IfGiven()
  @Text({ max: 1000, lines: true })
  note?: string;

  /** Adds a work item that is due by it. */
  @IfGiven()
  @IsBoolean()
  withWork?: boolean;

  /** Of that work item; closing when not said. */
  @IfGiven()
  @IsIn(STAGES)
  stage?: Stage;

  @IfGiven()
  @IsId()
  teamId?: string;
}

export class EditMilestone {
  @IfGiven()
  @IsIn(MILESTONE_KINDS)
  kind?: MilestoneKind;

  @IfGiven()
  @Text({ max: 200 })
  name?: string;

  @OrNull()
  @Text({ max: 200 })
  nameEn?: string | null;

  /** Either this or a rule; whatever is given stands in for the other. */
  @IfGiven()
  @IsCalendarDay()
  day?: string;

  @IfGiven()
  @Text({ max: 100 })
  rule?: string;

  @OrNull()
  @Text({ max: 200 })
  amount?: string | null;

  @OrNull()
  @Text({ max: 1000, lines: true })
  note?: string | null;
}

export class Milestone {
  id!: string;
  key!: string;
  @ApiProperty({ enum: MILESTONE_KINDS, enumName: 'MilestoneKind' })
  kind!: MilestoneKind;
  name!: string;
  nameEn!: string | null;
  rule!: string | null;
  day!: string;
  amount!: string | null;
  note!: string | null;
  /** The work that is due by it. */
  workItemId!: string | null;
  /** What is known of the days off of its year. */
  dayBasis!: 'official' | 'provisional' | 'weekends-only';
  version!: number;
}

export class Milestones {
  items!: Milestone[];
}
