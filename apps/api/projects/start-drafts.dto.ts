import { START_STEPS, type StartStep } from '@convener/projects';
import { LATE_STARTS, type LateStart } from '@convener/templates';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfGiven, IsAnswerRecord, IsCalendarDay, IsDayRecord, IsZone, NullOr, Text } from '../http/validators';
import { TeamStaffing } from './start.dto';

/** Somebody without an account yet, who is to be invited into a sub-team once the project has started. */
export class ToInvite {
  /** The template's key of the sub-team. */
  @IsString()
  @MaxLength(100)
  team!: string;

  @Text({ max: 100 })
  name!: string;

  @IsBoolean()
  lead!: boolean;
}

/** A start that is not finished: what `POST /api/projects` takes, as far as it was given. */
export class StartDraft {
  @IfGiven()
  @IsString()
  @MaxLength(100)
  template?: string;

  /** The version of the template that these answers were given to. */
  @IfGiven()
  @IsInt()
  @Min(1)
  templateVersion?: number;

  /** Where its author was. */
  @IfGiven()
  @IsIn(START_STEPS)
  step?: StartStep;

  @IfGiven()
  @Text({ max: 200 })
  name?: string;

  @IfGiven()
  @Text({ max: 200 })
  client?: string;

  @IfGiven()
  @Text({ max: 200 })
  venue?: string;

  @IfGiven()
  @IsZone()
  zone?: string;

  @IfGiven()
  @IsCalendarDay()
  opening?: string;

  @IfGiven()
  @IsCalendarDay()
  closing?: string;

  @IfGiven()
  @IsDayRecord()
  anchors?: Record<string, string>;

  @IfGiven()
  @IsAnswerRecord()
  options?: Record<string, string | boolean>;

  @IfGiven()
  @IsIn(LATE_STARTS)
  lateStart?: LateStart;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => TeamStaffing)
  teams?: TeamStaffing[];

  @IfGiven()
  @IsBoolean()
  strictChecks?: boolean;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ToInvite)
  invite?: ToInvite[];
}

export class SaveStartDraft {
  /** Null discards what was put together. */
  @NullOr()
  @IsObject()
  @ValidateNested()
  @Type(() => StartDraft)
  draft!: StartDraft | null;
}

export class DroppedWords {
  zh!: string;
  en!: string;
}

export class OwnStartDraft {
  /** As its template now takes it; null where nothing was begun. */
  draft!: StartDraft | null;
  /** What had to go because the template has changed since. */
  dropped!: DroppedWords[];
  /** Epoch milliseconds. */
  savedAt!: number | null;
  version!: number;
}
