import { MOST_WAIVED, OPEN_KINDS, type OpenKind } from '@convener/closing';
import { PROJECT_STATUSES, type ProjectStatus } from '@convener/projects';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, ValidateNested } from 'class-validator';
import { IfGiven, IsId, Text } from '../http/validators';
import { PersonRef, TeamRef } from '../projects/work.dto';

export class CloseProject {
  /** What is to be said of the closing. */
  @IfGiven()
  @Text({ max: 2000, lines: true })
  note?: string;

  /** Waives whatever is still open with this reason, and leaves it as it stands. */
  @IfGiven()
  @Text({ max: 1000, lines: true })
  waiveRest?: string;
}

export class NamedThing {
  @IsIn(OPEN_KINDS)
  kind!: OpenKind;

  @IsId()
  id!: string;
}

export class WaiveThings {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_WAIVED)
  @ValidateNested({ each: true })
  @Type(() => NamedThing)
  things!: NamedThing[];

  @Text({ max: 1000, lines: true })
  reason!: string;
}

export class OpenThing {
  @ApiProperty({ enum: OPEN_KINDS, enumName: 'OpenKind' })
  kind!: OpenKind;
  id!: string;
  title!: string;
  titleEn!: string | null;
  /** How much of it is open, such as checks or rows. */
  measure!: number;
  dueDay!: string | null;
  /** Where it is settled. */
  workItemId!: string | null;
  registerId!: string | null;
}

export class OpenGroup {
  /** Who must act. */
  @ApiProperty({ enum: ['person', 'team', 'manager', 'client'] })
  by!: 'person' | 'team' | 'manager' | 'client';
  person!: PersonRef | null;
  team!: TeamRef | null;
  things!: OpenThing[];
}

export class OpenCount {
  @ApiProperty({ enum: OPEN_KINDS, enumName: 'OpenKind' })
  kind!: OpenKind;
  count!: number;
}

export class ClosingWaiver {
  id!: string;
  @ApiProperty({ enum: OPEN_KINDS, enumName: 'OpenKind' })
  kind!: OpenKind;
  subjectId!: string;
  /** As it was called when it was waived. */
  title!: string;
  titleEn!: string | null;
  measure!: number;
  /** It was moved to a state of its own for this; else it was only noted. */
  moved!: boolean;
  reason!: string;
  waivedBy!: PersonRef;
  waivedAt!: number;
  /** The closing that it was waived for. */
  closingNumber!: number;
}

export class ClosingVersion {
  number!: number;
  note!: string | null;
  closedBy!: PersonRef;
  closedAt!: number;
  reopenedBy!: PersonRef | null;
  reopenedAt!: number | null;
  reopenReason!: string | null;
}

export class ProjectClosing {
  @ApiProperty({ enum: PROJECT_STATUSES, enumName: 'ProjectStatus' })
  status!: ProjectStatus;
  /** How much is neither settled nor waived. */
  open!: number;
  counts!: OpenCount[];
  groups!: OpenGroup[];
  /** Those that stand, the newest first. */
  waivers!: ClosingWaiver[];
  /** The newest first. */
  closings!: ClosingVersion[];
  /** The last day of the event. */
  closingDay!: string;
  mayClose!: boolean;
}
