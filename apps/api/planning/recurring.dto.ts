import type { RecurringView } from '@convener/recurring-work';
import { DAYS_OFF_RULES, type DaysOffRule, RHYTHMS, type Rhythm } from '@convener/schedule';
import { type Stage, STAGES } from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { IfGiven, IsCalendarDay, IsId, IsTimeOfDay, OrNull, Text } from '../http/validators';
import { PersonRef, TeamRef } from '../projects/work.dto';

const ANCHOR = /^[a-z][a-zA-Z0-9]{0,49}$/;

export class NewRecurring {
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

  @IsIn(RHYTHMS)
  every!: Rhythm;

  /** 0 Sunday to 6 Saturday; needed for weeks. */
  @IfGiven()
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  @Max(6)
  weekday?: number;

  /** The last day of a shorter month; needed for months. */
  @IfGiven()
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(31)
  monthDay?: number;

  /** HH:MM in the project's zone. */
  @IfGiven()
  @IsTimeOfDay()
  dueTime?: string;

  @IsCalendarDay()
  fromDay!: string;

  /** The last day that counts. This or `untilAnchor`. */
  @IfGiven()
  @IsCalendarDay()
  untilDay?: string;

  /** Key of the anchor that ends it, such as closing. */
  @IfGiven()
  @Matches(ANCHOR)
  untilAnchor?: string;

  @IfGiven()
  @IsId()
  teamId?: string;

  @IfGiven()
  @IsId()
  assigneeId?: string;

  /** The place of the standard's task, output or indicator that asks for it. */
  @IfGiven()
  @Text({ max: 200 })
  place?: string;

  /** What becomes of one on a day off: moved to the next working day, or skipped. */
  @IsIn(DAYS_OFF_RULES)
  daysOff!: DaysOffRule;
}

export class EditRecurring {
  @IfGiven()
  @Text({ max: 300 })
  title?: string;

  @OrNull()
  @Text({ max: 300 })
  titleEn?: string | null;

  @OrNull()
  @IsTimeOfDay()
  dueTime?: string | null;

  @IfGiven()
  @IsCalendarDay()
  untilDay?: string;

  @IfGiven()
  @Matches(ANCHOR)
  untilAnchor?: string;

  @OrNull()
  @IsId()
  teamId?: string | null;

  @OrNull()
  @IsId()
  assigneeId?: string | null;
}

export class RecurringDate {
  /** The day that the rhythm names. */
  slot!: string;
  /** The working day on which it is held. */
  day!: string;
}

export class RecurringDates {
  endDay!: string;
  dates!: RecurringDate[];
}

export class Recurring implements RecurringView {
  id!: string;
  projectId!: string;
  title!: string;
  titleEn!: string | null;
  @ApiProperty({ enum: STAGES, enumName: 'Stage' })
  stage!: Stage;
  workflow!: string;
  place!: string | null;
  @ApiProperty({ enum: RHYTHMS, enumName: 'Rhythm' })
  every!: Rhythm;
  weekday!: number | null;
  monthDay!: number | null;
  dueTime!: string | null;
  fromDay!: string;
  untilDay!: string | null;
  untilAnchor!: string | null;
  @ApiProperty({ enum: DAYS_OFF_RULES, enumName: 'DaysOffRule' })
  daysOff!: DaysOffRule;
  team!: TeamRef | null;
  assignee!: PersonRef | null;
  /** The last day that counts, as its anchor now is; null where the anchor is gone. */
  endDay!: string | null;
  /** The next day from today on. */
  nextDay!: string | null;
  /** How many work items stand for it. */
  made!: number;
  /** Whether the caller may edit and end it. */
  mayManage!: boolean;
  createdAt!: number;
  endedAt!: number | null;
  version!: number;
}

export class RecurringList {
  items!: Recurring[];
}
