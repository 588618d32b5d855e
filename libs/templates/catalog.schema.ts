import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Min,
  Max,
  ValidateNested,
} from 'class-validator';
import { TextPair } from './seed.schema';
import type { Answer } from './template.types';

const KEY = /^[a-zA-Z][a-zA-Z-]*$/;

export class AnchorSeed {
  @Matches(KEY) key!: string;
  @IsString() @IsNotEmpty() name!: string;
  @IsString() @IsNotEmpty() nameEn!: string;
  @IsOptional() @IsString() default!: string | null;
  @IsOptional() @IsArray() @IsString({ each: true }) notBefore?: string[];
  @IsOptional() @IsArray() @IsString({ each: true }) notAfter?: string[];
}

class ChoiceSeed {
  @IsNotEmpty() value!: Answer;
  @ValidateNested() @Type(() => TextPair) name!: TextPair;
}

class YesNoSeed {
  @IsBoolean() value!: boolean;
  @ValidateNested() @Type(() => TextPair) name!: TextPair;
}

export class OptionSeed {
  @Matches(KEY) key!: string;
  @IsIn(['yes-no', 'choice']) kind!: 'yes-no' | 'choice';
  @ValidateNested() @Type(() => TextPair) question!: TextPair;
  @IsOptional() @ValidateNested() @Type(() => TextPair) help?: TextPair;
  @IsOptional() @ValidateNested({ each: true }) @Type(() => ChoiceSeed) choices?: ChoiceSeed[];
}

export class NamedSeed {
  @Matches(KEY) key!: string;
  @IsString() @IsNotEmpty() name!: string;
  @IsString() @IsNotEmpty() nameEn!: string;
}

class ReminderRuleSeed {
  @IsString() @IsNotEmpty() key!: string;
  @IsOptional() @IsInt() @Min(-365) @Max(365) days?: number;
  @IsOptional() @IsInt() @Min(-365) @Max(365) workingDays?: number;
}

class RemindersSeed {
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/) at!: string;
  @ArrayNotEmpty() @ValidateNested({ each: true }) @Type(() => ReminderRuleSeed) rules!: ReminderRuleSeed[];
}

/** The names that every plan and template uses (`catalog.yaml`). */
export class Catalog {
  @ArrayNotEmpty() @ValidateNested({ each: true }) @Type(() => AnchorSeed) anchors!: AnchorSeed[];
  @ArrayNotEmpty() @ValidateNested({ each: true }) @Type(() => OptionSeed) options!: OptionSeed[];
  @ArrayNotEmpty() @ValidateNested({ each: true }) @Type(() => YesNoSeed) yesNo!: YesNoSeed[];
  @ArrayNotEmpty() @ValidateNested({ each: true }) @Type(() => NamedSeed) workflows!: NamedSeed[];
  @ArrayNotEmpty() @ValidateNested({ each: true }) @Type(() => NamedSeed) teams!: NamedSeed[];
  @ValidateNested() @Type(() => RemindersSeed) reminders!: RemindersSeed;
}
