import { SHIFTS, type StateChange, type StateOutcome, STATES } from '@convener/planning';
import { PROJECT_STATUSES } from '@convener/projects';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IfGiven, IsCalendarDay, Text } from '../http/validators';

export class ChangeState {
  @IsIn(STATES)
  to!: StateChange['to'];

  @Text({ max: 1000, lines: true })
  reason!: string;

  /** When a project on hold is expected to go on; left out where nobody knows. */
  @IfGiven()
  @IsCalendarDay()
  resumeDay?: string;

  /** On resuming: whether open work keeps its days, as without, or moves by as long as the project rested. */
  @IfGiven()
  @IsIn(SHIFTS)
  shift?: StateChange['shift'];
}

export class MovedDays {
  id!: string;
  title!: string;
  titleEn!: string | null;
  startDay!: string | null;
  dueDay!: string | null;
  toStartDay!: string | null;
  toDueDay!: string | null;
}

export class ReminderChange {
  /** Planned before. */
  before!: number;
  cancelled!: number;
  /** Newly planned. */
  planned!: number;
  /** Planned afterwards. */
  after!: number;
}

export class StateOutcomeView {
  @ApiProperty({ enum: PROJECT_STATUSES, enumName: 'ProjectStatus' })
  from!: StateOutcome['from'];
  @ApiProperty({ enum: PROJECT_STATUSES, enumName: 'ProjectStatus' })
  to!: StateOutcome['to'];
  /** Calendar days that it rested, or, put on hold, will rest as far as known. */
  pauseDays!: number | null;
  /** Open work that moves by the pause; put on hold, that would if it moves when the project goes on. */
  moves!: MovedDays[];
  reminders!: ReminderChange;
}
