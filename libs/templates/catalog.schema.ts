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
import {
  type Answer,
  type Recipient,
  RECIPIENTS,
  RULE_SUBJECTS,
  RULE_WHENS,
  type RuleSubjects,
  type RuleWhen,
} from './template.types';

const KEY = /^[a-zA-Z][a-zA-Z-]*$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

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
  @IsOptional() @IsIn(RULE_WHENS) when?: RuleWhen;
  @IsOptional() @Matches(KEY) anchor?: string;
  @IsOptional() @IsString() @IsNotEmpty() status?: string;
  @IsOptional() @Matches(TIME) at?: string;
  @IsOptional() @ArrayNotEmpty() @IsIn(RECIPIENTS, { each: true }) to?: Recipient[];
  @IsOptional() @IsIn(RULE_SUBJECTS) subjects?: RuleSubjects;
  @IsOptional() @IsInt() @Min(0) @Max(365) expiresAfterDays?: number;
}

class EscalationSeed {
  @IsInt() @Min(1) @Max(60) leadAfter!: number;
  @IsInt() @Min(1) @Max(60) managerAfter!: number;
}

class RemindersSeed {
  @Matches(TIME) at!: string;
  @ArrayNotEmpty() @ValidateNested({ each: true }) @Type(() => ReminderRuleSeed) rules!: ReminderRuleSeed[];
  @IsOptional() @ValidateNested() @Type(() => EscalationSeed) escalation?: EscalationSeed | null;
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
