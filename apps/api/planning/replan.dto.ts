import { KEPT, LATE_ROWS, REPLAN_KINDS, REPLAN_TYPES, WHY_CODES } from '@convener/planning';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn } from 'class-validator';
import { ANSWERS, IfGiven, IsAnswerChangeRecord, IsCalendarDay, IsDayChangeRecord, Text } from '../http/validators';
import { AnchorDay, CalendarBasis } from '../projects/start-preview.dto';
import { PersonRef } from '../projects/work.dto';

/** What is not given stays; an empty body re-plans for a calendar that has changed. */
export class ReplanRequest {
  /** First day of the event, YYYY-MM-DD. */
  @IfGiven()
  @IsCalendarDay()
  opening?: string;

  /** Last day of the event, YYYY-MM-DD. */
  @IfGiven()
  @IsCalendarDay()
  closing?: string;

  /** A day by anchor; null goes back to its own rule. */
  @IfGiven()
  @IsDayChangeRecord()
  anchors?: Record<string, string | null>;

  /** An answer by option; null takes it back. */
  @IfGiven()
  @IsAnswerChangeRecord()
  options?: Record<string, string | boolean | null>;

  /** Days of done work move too. */
  @IfGiven()
  @IsBoolean()
  alsoDone?: boolean;

  /** Days that people gave move too. */
  @IfGiven()
  @IsBoolean()
  alsoHandSet?: boolean;

  /** Keys of rows that stay. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(2000)
  @Text({ max: 300 }, { each: true })
  keep?: string[];

  /** Keys of rows that change though they would stay. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(2000)
  @Text({ max: 300 }, { each: true })
  move?: string[];

  /** Rows whose new day would already be past: squeezed into what is left when not said, or left where they are. */
  @IfGiven()
  @IsIn(LATE_ROWS)
  lateStart?: 'squeeze' | 'keep';
}

export class ReplanWhy {
  @ApiProperty({ enum: WHY_CODES, enumName: 'ReplanWhyCode' })
  code!: (typeof WHY_CODES)[number];
  key!: string;
  zh!: string;
  en!: string;
}

export class RowDays {
  startDay!: string | null;
  dueDay!: string | null;
}

export class ReplanTeam {
  name!: string;
  nameEn!: string | null;
}

export class ReplanRow {
  /** Its id; the place of one that the project does not have yet. Names it in `keep` and `move`. */
  key!: string;
  id!: string | null;
  place!: string | null;
  @ApiProperty({ enum: [...REPLAN_KINDS, 'stays'], enumName: 'ReplanKind' })
  kind!: (typeof REPLAN_KINDS)[number] | 'stays';
  /** What the new plan asks of it, also where it stays. */
  @ApiProperty({ enum: REPLAN_KINDS, enumName: 'ReplanWish' })
  wants!: (typeof REPLAN_KINDS)[number];
  @ApiProperty({ enum: REPLAN_TYPES, enumName: 'ReplanType' })
  type!: (typeof REPLAN_TYPES)[number];
  code!: string | null;
  title!: string;
  titleEn!: string | null;
  team!: ReplanTeam | null;
  before!: RowDays | null;
  /** Where it goes; where it would go, of a row that stays. */
  after!: RowDays | null;
  why!: ReplanWhy[];
  /** Why it stays. */
  @ApiProperty({ enum: KEPT, enumName: 'ReplanKept', nullable: true })
  kept!: (typeof KEPT)[number] | null;
}

export class ReplanCounts {
  moves!: number;
  appears!: number;
  'falls-away'!: number;
  'comes-back'!: number;
  stays!: number;
}

export class ReplanPreview {
  /** Of the project; the change names it in If-Match. */
  version!: number;
  rows!: ReplanRow[];
  counts!: ReplanCounts;
  anchors!: AnchorDay[];
  /** The years that the new days rest on. */
  calendar!: CalendarBasis[];
}

export class ReplanDone {
  /** Names it for an undo; null where nothing was to change. */
  replanId!: string | null;
  counts!: ReplanCounts;
}

export class ReplanAnswers {
  openingDay!: string;
  closingDay!: string;
  anchors!: AnchorDay[];
  @ApiProperty(ANSWERS)
  options!: Record<string, string | boolean>;
}

export class PastReplan {
  id!: string;
  by!: PersonRef;
  at!: number;
  before!: ReplanAnswers;
  after!: ReplanAnswers;
  counts!: ReplanCounts;
  undoneAt!: number | null;
  /** The caller may take it back now. */
  mayUndo!: boolean;
}

export class PastReplans {
  items!: PastReplan[];
}

export class LeftAsItIs {
  @ApiProperty({ enum: REPLAN_TYPES, enumName: 'ReplanType' })
  type!: (typeof REPLAN_TYPES)[number];
  id!: string;
  title!: string;
  titleEn!: string | null;
}

export class UndoneReplan {
  restored!: number;
  /** What it had added and nobody has touched. */
  removed!: number;
  /** What it had added and somebody has begun. */
  setAside!: number;
  /** What somebody has changed since, and so stays as it is. */
  left!: LeftAsItIs[];
}
