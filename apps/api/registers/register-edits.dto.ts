import {
  COLUMN_KEY,
  COLUMN_TYPES,
  type ColumnLink as Link,
  type ColumnType,
  MOST_CHOICES,
  MOST_COLUMNS,
  type RegisterColumn as Column,
} from '@convener/register-presets';
import { LONGEST_KEPT_DAYS } from '@convener/registers';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsUUID,
  Max,
  Min,
  Matches,
  ValidateNested,
} from 'class-validator';
import { IfGiven, IsId, NullOr, OrNull, Text } from '../http/validators';
import { RegisterWeight } from './comparison.dto';

export class RegisterChoice {
  @ApiProperty({ pattern: COLUMN_KEY.source })
  @Matches(COLUMN_KEY)
  key!: string;
  @Text({ max: 200 })
  name!: string;
  @Text({ max: 200 })
  nameEn!: string;
}

export class ColumnLink implements Link {
  /** A list of the same project; null while it has none of the preset. */
  @NullOr()
  @IsId()
  list!: string | null;

  /** Key of the ready list that it leads to, whichever the project has; null where a list was chosen by hand. */
  @NullOr()
  @ApiProperty({ pattern: COLUMN_KEY.source })
  @Matches(COLUMN_KEY)
  preset!: string | null;
}

export class NewRegisterColumn {
  /** Names the cells of a row; never changes. */
  @ApiProperty({ pattern: COLUMN_KEY.source })
  @Matches(COLUMN_KEY)
  key!: string;

  @Text({ max: 200 })
  name!: string;

  /** The same as `name` where it is left out. */
  @IfGiven()
  @Text({ max: 200 })
  nameEn?: string;

  @IsIn(COLUMN_TYPES)
  type!: ColumnType;

  /** The list is complete only when every row has it. */
  @IfGiven()
  @IsBoolean()
  required?: boolean;

  @IfGiven()
  @IsBoolean()
  unique?: boolean;

  /** Says something of a person: shown to whoever keeps the list, to leads and managers alone. */
  @IfGiven()
  @IsBoolean()
  personal?: boolean;

  /** What a number counts, such as 坪. */
  @OrNull()
  @Text({ max: 200 })
  unit?: string | null;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_CHOICES)
  @ValidateNested({ each: true })
  @Type(() => RegisterChoice)
  choices?: RegisterChoice[];

  /** Of row links: whose rows its cells hold. */
  @IfGiven()
  @ValidateNested()
  @Type(() => ColumnLink)
  link?: ColumnLink;
}

export class EditRegister {
  @IfGiven()
  @Text({ max: 200 })
  name?: string;

  @OrNull()
  @Text({ max: 200 })
  nameEn?: string | null;

  /** The sub-team that keeps it; null: anybody of the crew does. */
  @OrNull()
  @IsId()
  teamId?: string | null;

  /** Not for the client's people. */
  @IfGiven()
  @IsBoolean()
  crewOnly?: boolean;

  /** So many days after closing its personal cells are erased; null: as many as everywhere. The manager says it. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(LONGEST_KEPT_DAYS)
  personalDays?: number | null;

  /** The deliverables of kind `register` that this list is. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: 50 })
  @IsUUID('all', { each: true })
  deliverables?: string[];

  /** How the rows are compared; an empty list ends it. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_COLUMNS)
  @ValidateNested({ each: true })
  @Type(() => RegisterWeight)
  weights?: RegisterWeight[];
}

export class NewRegister extends EditRegister {
  /** Key of a ready list; else `name` and `columns`. */
  @IfGiven()
  @ApiProperty({ pattern: COLUMN_KEY.source })
  @Matches(COLUMN_KEY)
  preset?: string;

  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_COLUMNS)
  @ValidateNested({ each: true })
  @Type(() => NewRegisterColumn)
  columns?: NewRegisterColumn[];
}

export class ChangedColumns {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_COLUMNS)
  @ValidateNested({ each: true })
  @Type(() => NewRegisterColumn)
  columns!: NewRegisterColumn[];

  /** Keys of columns that are left out and whose cells may go. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_COLUMNS)
  @ApiProperty({ type: 'array', items: { type: 'string', pattern: COLUMN_KEY.source }, maxItems: MOST_COLUMNS })
  @Matches(COLUMN_KEY, { each: true })
  throwAway?: string[];
}

/** The columns with what was left out. */
export function columnsOf(given: readonly NewRegisterColumn[] | undefined): Column[] | undefined {
  return given?.map(({ key, name, nameEn = name, type, unit = null, choices = [], link, ...flags }) => {
    const { required = false, unique = false, personal = false } = flags;
    return {
      ...{ key, name, nameEn, type, required, unique, personal, unit, choices: choices.map((one) => ({ ...one })) },
      ...(link && { link: { list: link.list ?? null, preset: link.preset ?? null } }),
    };
  });
}
