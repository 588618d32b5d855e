import { LONGEST_GUIDANCE } from '@convener/lessons';
import {
  type Accepter,
  ACCEPTERS,
  EVIDENCE,
  type EvidenceNeed,
  OWNER_ROLES,
  type OwnerRole,
  type Stage,
  STAGES,
  OUTPUT_KINDS,
  type OutputKind,
} from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IfGiven, IsAnswerRecord, IsDayRule, IsPlace, IsPlaces, NullOr, OrNull, Text } from '../http/validators';
import { KEY } from './house-settings.dto';

const DOCUMENT = /^[a-z]+(-[a-z]+)*$/;

/** Work items that one template may have. */
export const MOST_ITEMS = 400;

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

  /** A file where it is not given. */
  @IfGiven()
  @IsIn(OUTPUT_KINDS)
  kind?: OutputKind;

  /** Key of the document that the project's own data make of it. */
  @IfGiven()
  @ApiProperty({ pattern: DOCUMENT.source, maxLength: 60 })
  @Matches(DOCUMENT)
  document?: string;

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

  /** What the house says to whoever does it, beside the standard. */
  @OrNull()
  @Text({ max: LONGEST_GUIDANCE, lines: true })
  guidance?: string | null;

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
