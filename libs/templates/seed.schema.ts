import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  ACCEPTERS,
  type Accepter,
  EVIDENCE,
  type EvidenceNeed,
  type LeaveOut,
  OUTPUT_KINDS,
  type OutputKind,
  OWNER_ROLES,
  type OwnerRole,
  type Stage,
  STAGES,
} from './template.types';

/** The files of `seeds/templates` as classes: what may stand where. References between files are checked in compile.ts. */

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export class TextPair {
  @IsString() @IsNotEmpty() zh!: string;
  @IsString() @IsNotEmpty() en!: string;
}

export class PlanOutput {
  @IsString() @IsNotEmpty() code!: string;
  @IsString() @IsNotEmpty() en!: string;
  @IsIn(OUTPUT_KINDS) kind!: OutputKind;
  /** Which document of ours it is, where the project's own data make it. */
  @IsOptional() @Matches(SLUG) document?: string;
  @IsString() @IsNotEmpty() start!: string;
  @IsString() @IsNotEmpty() due!: string;
  @IsIn(OWNER_ROLES) preparer!: OwnerRole;
  @IsOptional() @IsIn(ACCEPTERS) accepter!: Accepter | null;
  @IsIn(EVIDENCE) evidence!: EvidenceNeed;
  @IsOptional() @IsObject() leaveOut?: LeaveOut;
}

export class PlanIndicator {
  @IsString() @IsNotEmpty() code!: string;
  @IsOptional() @IsIn(STAGES) stage?: Stage;
  @IsOptional() @IsObject() leaveOut?: LeaveOut;
}

/** An indicator that overrides nothing is written as its bare code. */
function toIndicator(entry: unknown): unknown {
  const plain = typeof entry === 'string' ? { code: entry } : entry;
  return typeof plain === 'object' && plain !== null ? plainToInstance(PlanIndicator, plain) : plain;
}

export class PlanTask {
  @IsString() @IsNotEmpty() code!: string;
  @IsString() @IsNotEmpty() en!: string;
  @IsIn(STAGES) stage!: Stage;
  @Matches(SLUG) workflow!: string;
  @Matches(SLUG) team!: string;
  @IsIn(OWNER_ROLES) owner!: OwnerRole;
  @IsString() @IsNotEmpty() start!: string;
  @IsString() @IsNotEmpty() due!: string;
  @IsOptional() @IsObject() leaveOut?: LeaveOut;
  @IsArray() @IsString({ each: true }) after!: string[];
  @IsString() @IsNotEmpty() basis!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => PlanOutput) outputs!: PlanOutput[];
  @Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(toIndicator) : value))
  @IsArray()
  @ValidateNested({ each: true })
  indicators!: PlanIndicator[];
}

/** The decisions laid over one standard (`plans/<slug>.yaml`). */
export class Plan {
  @Matches(SLUG) standard!: string;
  @IsString() @IsNotEmpty() edition!: string;
  @IsString() @IsNotEmpty() en!: string;
  @IsInt() @Min(1) @Max(2000) horizonDays!: number;
  @IsOptional() @IsObject() anchors?: Record<string, string>;
  @ArrayNotEmpty() @ValidateNested({ each: true }) @Type(() => TextPair) assumes!: TextPair[];
  @ArrayNotEmpty() @ValidateNested({ each: true }) @Type(() => PlanTask) tasks!: PlanTask[];
}

export class MergeSeed {
  @Matches(/^[a-zA-Z]+$/) option!: string;
  @ValidateNested() @Type(() => TextPair) question!: TextPair;
  @IsOptional() @ValidateNested() @Type(() => TextPair) help?: TextPair;
  @IsString() into!: string;
  @ArrayNotEmpty() @IsString({ each: true }) from!: string[];
  @IsOptional() @IsIn(ACCEPTERS) accepter!: Accepter | null;
}

class Described {
  @Matches(SLUG) slug!: string;
  @IsString() @IsNotEmpty() name!: string;
  @IsString() @IsNotEmpty() nameEn!: string;
  @IsString() @IsNotEmpty() description!: string;
  @IsString() @IsNotEmpty() descriptionEn!: string;
  /** Default rules of anchors where this template differs from its plans. */
  @IsOptional() @IsObject() anchors?: Record<string, string>;
}

/** A template over whole standards (`composed/<slug>.yaml`). */
export class ComposedSeed extends Described {
  @ArrayNotEmpty() @Matches(SLUG, { each: true }) standards!: string[];
  @IsOptional() @ValidateNested({ each: true }) @Type(() => MergeSeed) merges?: MergeSeed[];
}

export class Selection {
  @Matches(SLUG) standard!: string;
  @ArrayNotEmpty() @IsString({ each: true }) tasks!: string[];
}

/** A template over tasks of several standards (`workflows/<slug>.yaml`). */
export class WorkflowSeed extends Described {
  @ArrayNotEmpty() @ValidateNested({ each: true }) @Type(() => Selection) select!: Selection[];
}
