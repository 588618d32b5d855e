import {
  type Accepter,
  ACCEPTERS,
  DIFFERENCES_FROM,
  type DifferencesFrom,
  EVIDENCE,
  type EvidenceNeed,
  OWNER_ROLES,
  type OwnerRole,
  type Stage,
  STAGES,
} from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  IfGiven,
  IsAnswer,
  IsAnswerRecord,
  IsDayRule,
  IsId,
  IsPlace,
  IsPlaces,
  IsTimeOfDay,
  NullOr,
  Text,
} from '../http/validators';

export const KEY = /^[a-zA-Z][a-zA-Z0-9-]{0,63}$/;
const ANCHOR = /^[a-zA-Z]{1,64}$/;
export const MOST_ITEMS = 400;

export class CopyFrom {
  /** Slug of a template. Either this or a project. */
  @IfGiven()
  @IsString()
  @MaxLength(100)
  template?: string;

  /** Id of a project that one manages. */
  @IfGiven()
  @IsId()
  project?: string;
}

export class CopyTemplate {
  @IsObject()
  @ValidateNested()
  @Type(() => CopyFrom)
  from!: CopyFrom;

  @Text({ max: 200 })
  name!: string;

  @IfGiven()
  @Text({ max: 200 })
  nameEn?: string;
}

export class BilingualText {
  @Text({ max: 500 })
  zh!: string;

  @Text({ max: 500 })
  en!: string;
}

export class HouseAnchor {
  @Matches(ANCHOR)
  key!: string;

  @Text({ max: 100 })
  name!: string;

  @Text({ max: 100 })
  nameEn!: string;

  /** Null for opening and closing, which the manager gives. */
  @NullOr()
  @IsDayRule()
  default!: string | null;

  /** Anchors that this one may not precede. */
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(ANCHOR, { each: true })
  @ApiProperty({ type: 'array', items: { type: 'string', pattern: ANCHOR.source } })
  notBefore!: string[];

  /** Anchors that this one may not follow. */
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(ANCHOR, { each: true })
  @ApiProperty({ type: 'array', items: { type: 'string', pattern: ANCHOR.source } })
  notAfter!: string[];
}

export class HouseChoice {
  @IsAnswer()
  value!: string | boolean;

  @IsObject()
  @ValidateNested()
  @Type(() => BilingualText)
  name!: BilingualText;
}

export class HouseOption {
  @Matches(KEY)
  key!: string;

  @IsIn(['yes-no', 'choice'])
  kind!: 'yes-no' | 'choice';

  @IsObject()
  @ValidateNested()
  @Type(() => BilingualText)
  question!: BilingualText;

  @NullOr()
  @IsObject()
  @ValidateNested()
  @Type(() => BilingualText)
  help!: BilingualText | null;

  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => HouseChoice)
  choices!: HouseChoice[];
}

export class HouseTeam {
  @Matches(KEY)
  key!: string;

  @Text({ max: 100 })
  name!: string;

  @Text({ max: 100 })
  nameEn!: string;
}

export class HouseReminderRule {
  @Matches(/^[a-z0-9][a-z0-9-]{0,63}$/)
  key!: string;

  /** Calendar days from the due day; negative before it. Either this or working days. */
  @IfGiven()
  @IsInt()
  @Min(-9999)
  @Max(9999)
  days?: number;

  @IfGiven()
  @IsInt()
  @Min(-9999)
  @Max(9999)
  workingDays?: number;
}

export class HouseReminders {
  /** Wall time in the project's zone. */
  @IsTimeOfDay()
  at!: string;

  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => HouseReminderRule)
  rules!: HouseReminderRule[];
}

export class HouseDeliverable {
  /** Null for a new one. */
  @NullOr()
  @IsPlace()
  place!: string | null;

  @Text({ max: 300 })
  title!: string;

  @Text({ max: 300 })
  titleEn!: string;

  /** A rule, such as `opening - 30 days`. */
  @IsDayRule()
  start!: string;

  @IsDayRule()
  due!: string;

  @IsIn(OWNER_ROLES)
  preparer!: OwnerRole;

  @NullOr()
  @IsIn(ACCEPTERS)
  accepter!: Accepter | null;

  @IsIn(EVIDENCE)
  evidence!: EvidenceNeed;

  /** Left out when any of these options has this answer. */
  @IsAnswerRecord()
  leaveOut!: Record<string, string | boolean>;
}

export class HouseCheck {
  /** Null for a new one. */
  @NullOr()
  @IsPlace()
  place!: string | null;

  @Text({ max: 1000 })
  text!: string;

  @IsIn(STAGES)
  stage!: Stage;

  @IsAnswerRecord()
  leaveOut!: Record<string, string | boolean>;
}

export class HouseTask {
  @Text({ max: 300 })
  title!: string;

  @Text({ max: 300 })
  titleEn!: string;

  @IsIn(STAGES)
  stage!: Stage;

  @Matches(/^[a-z]+(-[a-z]+)*$/)
  @MaxLength(64)
  workflow!: string;

  /** Key of one of the template's sub-teams. */
  @Matches(KEY)
  team!: string;

  @IsIn(OWNER_ROLES)
  owner!: OwnerRole;

  /** A rule, such as `opening - 30 days`. */
  @IsDayRule()
  start!: string;

  @IsDayRule()
  due!: string;

  /** Where these lead times are from. */
  @Text({ max: 500 })
  basis!: string;

  @IsAnswerRecord()
  leaveOut!: Record<string, string | boolean>;

  /** Places of the work items that come before it. */
  @IsPlaces(50)
  after!: string[];

  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => HouseDeliverable)
  deliverables!: HouseDeliverable[];

  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => HouseCheck)
  checks!: HouseCheck[];
}

export class HouseItem extends HouseTask {
  /** Null for a new one. */
  @NullOr()
  @IsPlace()
  place!: string | null;
}

/** Everything that a house decides in a template. */
export class HouseContent {
  @Text({ max: 200 })
  name!: string;

  @Text({ max: 200 })
  nameEn!: string;

  @Text({ max: 2000, lines: true })
  description!: string;

  @Text({ max: 2000, lines: true })
  descriptionEn!: string;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => HouseAnchor)
  anchors!: HouseAnchor[];

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => HouseOption)
  options!: HouseOption[];

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => HouseTeam)
  teams!: HouseTeam[];

  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => HouseItem)
  items!: HouseItem[];

  @IsObject()
  @ValidateNested()
  @Type(() => HouseReminders)
  reminders!: HouseReminders;
}

export class DifferencesQuery {
  /** What it is compared with: the full plans of its standards, its last version, or what it was copied from. */
  @IsIn(DIFFERENCES_FROM)
  @ApiProperty({ enum: DIFFERENCES_FROM })
  from!: DifferencesFrom;
}
