import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isDay } from '@convener/kernel';
import { ERRATUM_KINDS, type ErratumKind } from './standard.types';

/** The shape of `seeds/standards/<slug>.yaml`. Every key must be there; null is said aloud. Unknown keys are refused. */

const IsText = (each = false) =>
  ValidateBy(
    {
      name: 'isText',
      validator: {
        validate: (value) =>
          typeof value === 'string' && value !== '' && value === value.trim().normalize('NFC') && !/[\n\t]/.test(value),
        defaultMessage: () => 'must be one line of text in NFC without blanks around it',
      },
    },
    { each },
  );
const IsDayText = () =>
  ValidateBy({
    name: 'isDay',
    validator: { validate: isDay, defaultMessage: () => 'must be a calendar day (YYYY-MM-DD)' },
  });
const OrNull = () => ValidateIf((_row, value) => value !== null);
const HasCode = (pattern: RegExp, example: string) =>
  Matches(pattern, { message: `must be a code such as ${example}` });

export class NamedCodeRow {
  @OrNull() @IsText() name!: string | null;
  @OrNull() @IsText() code!: string | null;
}

export class CategoryRow {
  @IsObject() @ValidateNested() @Type(() => NamedCodeRow) occupationCategory!: NamedCodeRow;
  @IsObject() @ValidateNested() @Type(() => NamedCodeRow) occupation!: NamedCodeRow;
  @IsObject() @ValidateNested() @Type(() => NamedCodeRow) industry!: NamedCodeRow;
}

export class VersionRow {
  @IsText() version!: string;
  @IsText() code!: string;
  @IsText() name!: string;
  @IsText() status!: string;
  @OrNull() @IsText() note!: string | null;
  @IsDayText() date!: string;
}

export class OutputRow {
  @OrNull() @HasCode(/^O\d+\.\d+\.\d+$/, 'O1.1.1') code!: string | null;
  @OrNull() @IsText() printed!: string | null;
  @IsText() title!: string;
  @OrNull() @IsText() condition!: string | null;
}

export class IndicatorRow {
  @HasCode(/^P\d+\.\d+\.\d+$/, 'P1.1.1') code!: string;
  @IsText() printed!: string;
  @IsText() text!: string;
  @OrNull() @IsText() condition!: string | null;
}

export class TaskRow {
  @HasCode(/^T\d+\.\d+$/, 'T1.1') code!: string;
  @IsText() title!: string;
  @OrNull() @IsInt() @Min(1) @Max(6) level!: number | null;
  @OrNull() @IsText() condition!: string | null;
  @IsArray() @ValidateNested({ each: true }) @Type(() => OutputRow) outputs!: OutputRow[];
  @ArrayNotEmpty() @IsArray() @ValidateNested({ each: true }) @Type(() => IndicatorRow) indicators!: IndicatorRow[];
  @IsArray() @Matches(/^K\d+$/, { each: true, message: 'must be codes such as K01' }) knowledge!: string[];
  @IsArray() @Matches(/^S\d+$/, { each: true, message: 'must be codes such as S01' }) skills!: string[];
}

export class DutyRow {
  @HasCode(/^T\d+$/, 'T1') code!: string;
  @IsText() title!: string;
  @ArrayNotEmpty() @IsArray() @ValidateNested({ each: true }) @Type(() => TaskRow) tasks!: TaskRow[];
}

export class KnowledgeRow {
  @HasCode(/^K\d+$/, 'K01') code!: string;
  @IsText() text!: string;
}

export class SkillRow {
  @HasCode(/^S\d+$/, 'S01') code!: string;
  @IsText() text!: string;
}

export class AttitudeRow {
  @HasCode(/^A\d+$/, 'A01') code!: string;
  @IsText() text!: string;
  @OrNull() @IsText() description!: string | null;
}

export class BilingualRow {
  @IsText() zh!: string;
  @IsText() en!: string;
}

export class ErratumRow {
  @IsText() at!: string;
  @IsIn(ERRATUM_KINDS) kind!: ErratumKind;
  @OrNull() @IsText() printed!: string | null;
  @OrNull() @IsText() reading!: string | null;
  @IsObject() @ValidateNested() @Type(() => BilingualRow) why!: BilingualRow;
}

export class StandardFile {
  @HasCode(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'event-coordinator') slug!: string;
  @OrNull() @IsText() code!: string | null;
  @IsText() name!: string;
  @IsText() edition!: string;
  @OrNull() @IsText() supersedes!: string | null;
  @IsText() source!: string;
  @IsInt() @Min(1) @Max(6) level!: number;
  @IsText() description!: string;
  @IsObject() @ValidateNested() @Type(() => CategoryRow) category!: CategoryRow;
  @IsArray() @ValidateNested({ each: true }) @Type(() => VersionRow) versionHistory!: VersionRow[];
  @ArrayNotEmpty() @IsArray() @ValidateNested({ each: true }) @Type(() => DutyRow) duties!: DutyRow[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => KnowledgeRow) knowledge!: KnowledgeRow[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => SkillRow) skills!: SkillRow[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => AttitudeRow) attitudes!: AttitudeRow[];
  @IsArray() @IsText(true) notes!: string[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => ErratumRow) errata!: ErratumRow[];
}
