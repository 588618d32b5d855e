import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, Matches, Max, Min, ValidateNested } from 'class-validator';
import { IfGiven, IsAnswer, IsDayRule, IsTimeOfDay, NullOr, Text } from '../http/validators';

/** How options and sub-teams are called. */
export const KEY = /^[a-zA-Z][a-zA-Z0-9-]{0,63}$/;
const ANCHOR = /^[a-zA-Z]{1,64}$/;

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
