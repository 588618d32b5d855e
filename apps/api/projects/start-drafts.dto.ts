import { START_STEPS, type StartStep } from '@convener/project-start';
import { PickType } from '@nestjs/swagger';
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
import { IfGiven, IsCalendarDay, NullOr, Text } from '../http/validators';
import { StartProject } from './start.dto';

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

/** What a start may leave out is given in a draft the same way. */
const OPTIONAL = ['client', 'venue', 'zone', 'anchors', 'options', 'lateStart', 'teams', 'strictChecks'] as const;

/** A start that is not finished: what `POST /api/projects` takes, as far as it was given. */
export class StartDraft extends PickType(StartProject, OPTIONAL) {
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
  @IsCalendarDay()
  opening?: string;

  @IfGiven()
  @IsCalendarDay()
  closing?: string;

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
