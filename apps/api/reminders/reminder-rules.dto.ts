import type {
  EscalationView,
  NewRule as New,
  RuleEdit,
  RuleSource,
  RulesView,
  RuleView,
} from '@convener/reminder-rules';
import {
  type Recipient,
  RECIPIENTS,
  RULE_SUBJECTS,
  RULE_WHENS,
  type RuleSubjects,
  type RuleWhen,
} from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfGiven, IsTimeOfDay } from '../http/validators';

/** When it fires, counted from what. */
class RuleTiming {
  /** What it counts from; `due` where it is left out. */
  @IfGiven()
  @IsIn(RULE_WHENS)
  when?: RuleWhen;

  /** Key of an anchor of the project, with `when: anchor`. */
  @IfGiven()
  @Matches(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,99}$/)
  anchor?: string;

  /** Status of open work, with `when: status`: it counts from the change into it. */
  @IfGiven()
  @Matches(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,99}$/)
  status?: string;

  /** Calendar days; negative before. */
  @IfGiven()
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(-365)
  @Max(365)
  days?: number;

  /** Working days on top of them; negative before. */
  @IfGiven()
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(-365)
  @Max(365)
  workingDays?: number;

  /** HH:MM in the project's zone; the template's time where it is left out. */
  @IfGiven()
  @IsTimeOfDay()
  at?: string;

  /** Left out: deliverables, and work items that have none left. */
  @IfGiven()
  @IsIn(RULE_SUBJECTS)
  subjects?: RuleSubjects;

  /** So many calendar days later it is no longer worth a message of its own. */
  @IfGiven()
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  @Max(365)
  expiresAfterDays?: number;
}

export class GivenRule extends RuleTiming {
  /** Left out: whose work it is. */
  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(RECIPIENTS, { each: true })
  to?: Recipient[];
}

export class GivenEscalation {
  /** Working days without progress until the lead is told. */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(60)
  leadAfter!: number;

  /** Working days more until the manager is. */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(60)
  managerAfter!: number;
}

export class EditRule implements RuleEdit {
  @IfGiven()
  @IsBoolean()
  active?: boolean;

  /** The whole rule: what is left out of it is unset. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => GivenRule)
  rule?: GivenRule;

  /** Of the escalation alone, in place of a rule. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => GivenEscalation)
  escalation?: GivenEscalation;
}

export class NewRule extends EditRule implements New {
  /** Key of an inherited rule, or `escalation`: it takes that one's place, or switches it off. */
  @IfGiven()
  @Matches(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,99}$/)
  replaces?: string;
}

/** A rule of one's own reminds only oneself. */
export class NewOwnRule {
  @IfGiven()
  @IsBoolean()
  active?: boolean;

  @IsObject()
  @ValidateNested()
  @Type(() => RuleTiming)
  rule!: RuleTiming;
}

export class ReminderRule implements RuleView {
  key!: string;
  from!: RuleSource;
  /** Of what can be changed here; null where it is only inherited. */
  id!: string | null;
  version!: number | null;
  active!: boolean;
  /** It stands in the place of an inherited rule, or switches it off. */
  replaces!: boolean;
  /** When it fires next, epoch milliseconds; null where nothing is planned by it. */
  next!: number | null;
  when?: RuleWhen;
  anchor?: string;
  status?: string;
  /** Calendar days; negative before. */
  days?: number;
  workingDays?: number;
  /** HH:MM in the project's zone. */
  at?: string;
  to?: Recipient[];
  subjects?: RuleSubjects;
  expiresAfterDays?: number;
}

export class EscalationRule implements EscalationView {
  leadAfter!: number;
  managerAfter!: number;
  from!: RuleSource;
  id!: string | null;
  version!: number | null;
  active!: boolean;
}

export class RuleAnchor {
  key!: string;
  name!: string;
  nameEn!: string;
}

/** The rules of a project, a work item or a person. */
export class ReminderRules implements RulesView {
  rules!: ReminderRule[];
  escalation!: EscalationRule | null;
  /** What a rule here may count from. */
  anchors!: RuleAnchor[];
  /** Whether the caller may change them. */
  editable!: boolean;
}
