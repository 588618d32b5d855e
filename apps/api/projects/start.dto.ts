import { LATE_STARTS, type LateStart } from '@convener/templates';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsString, MaxLength, ValidateNested } from 'class-validator';
import { IfGiven, IsAnswerRecord, IsCalendarDay, IsDayRecord, IsId, IsKept, IsZone, Text } from '../http/validators';
import { Counts } from '../templates/templates.dto';
import { PreviewItem, SkippedReminder } from './start-preview.dto';

/** Who leads and belongs to one of the template's sub-teams. */
export class TeamStaffing {
  /** The template's key of the sub-team. */
  @IsString()
  @MaxLength(100)
  team!: string;

  /** Ids of people. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @IsId({ each: true })
  leads?: string[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(500)
  @IsId({ each: true })
  members?: string[];
}

export class StartProject {
  /** Slug of a template. */
  @IsString()
  @MaxLength(100)
  template!: string;

  @Text({ max: 200 })
  name!: string;

  @IfGiven()
  @Text({ max: 200 })
  client?: string;

  @IfGiven()
  @Text({ max: 200 })
  venue?: string;

  /** IANA zone; Asia/Taipei when left out. */
  @IfGiven()
  @IsZone()
  zone?: string;

  /** First day of the event, YYYY-MM-DD. */
  @IsCalendarDay()
  opening!: string;

  /** Last day of the event, YYYY-MM-DD. */
  @IsCalendarDay()
  closing!: string;

  /** Days of the template's other anchors by key; the others count by their default rule. */
  @IfGiven()
  @IsDayRecord()
  anchors?: Record<string, string>;

  /** Answers to the template's options by key. Unanswered, nothing is left out. */
  @IfGiven()
  @IsAnswerRecord()
  options?: Record<string, string | boolean>;

  /** What to do with work that would already be past; squeezed into what is left when not said. */
  @IfGiven()
  @IsIn(LATE_STARTS)
  lateStart?: LateStart;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => TeamStaffing)
  teams?: TeamStaffing[];

  /** Whether a work item with deliverables also needs all its checks decided. */
  @IfGiven()
  @IsBoolean()
  strictChecks?: boolean;

  /** Id of the edition before, a project that one manages: its sub-teams, people and own work can be taken over. */
  @IfGiven()
  @IsId()
  from?: string;

  /** Its people with their sub-teams, clients only by id. Needs `from`, as the next one does. */
  @IfGiven()
  @IsKept()
  keepPeople?: boolean | string[];

  /** Work that it had added itself. */
  @IfGiven()
  @IsKept()
  keepOwnItems?: boolean | string[];
}

export class KeptPerson {
  id!: string;
  name!: string;
}

export class Carried {
  people!: number;
  workItems!: number;
  /** Not taken over because their accounts are inactive. */
  skipped!: KeptPerson[];
}

export class StartedProject {
  id!: string;
  counts!: Counts;
  /** What came from the edition before; left out without one. */
  carried?: Carried;
  /** What is not reminded of any more. */
  skippedReminders!: SkippedReminder[];
}

export class AddWorkflow {
  /** Slug of a workflow template. */
  @IsString()
  @MaxLength(100)
  template!: string;

  /** Only the tasks of these standards. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  standards?: string[];

  @IfGiven()
  @IsIn(LATE_STARTS)
  lateStart?: LateStart;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => TeamStaffing)
  teams?: TeamStaffing[];
}

export class SkippedPlace {
  place!: string;
  title!: string;
  titleEn!: string | null;
}

export class AddedWorkflow {
  added!: Counts;
  /** What the project already has. */
  skipped!: SkippedPlace[];
  items!: PreviewItem[];
  workItemIds!: string[];
}
