import {
  COLUMN_KEY,
  COLUMN_TYPES,
  type ColumnLink as Link,
  type ColumnType,
  MOST_CHOICES,
  MOST_COLUMNS,
  type RegisterColumn as Column,
} from '@convener/register-presets';
import {
  type ListedDeliverable as ListedDeliverableView,
  LONGEST_KEPT_DAYS,
  type PresetView,
  type RegisterSummary as Summary,
  type RegisterView,
  type RowCounts as Counts,
} from '@convener/registers';
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
import { PersonRef, TeamRef } from '../projects/work.dto';
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

export class PresetColumn implements Column {
  key!: string;
  name!: string;
  nameEn!: string;
  @ApiProperty({ enum: COLUMN_TYPES, enumName: 'ColumnType' })
  type!: ColumnType;
  required!: boolean;
  unique!: boolean;
  personal!: boolean;
  unit!: string | null;
  choices!: RegisterChoice[];
  link?: ColumnLink;
}

export class RegisterColumn extends PresetColumn {
  /** The caller may not see its cells. */
  masked!: boolean;
}

export class RegisterPreset implements PresetView {
  key!: string;
  name!: string;
  nameEn!: string;
  crewOnly!: boolean;
  /** Places of the outputs that it is, such as `event-planning-assistant/T2.1/O2.1.1`. */
  outputs!: string[];
  columns!: PresetColumn[];
}

export class ListedDeliverable implements ListedDeliverableView {
  id!: string;
  workItemId!: string;
  title!: string;
  titleEn!: string | null;
  status!: string;
}

export class RowCounts implements Counts {
  open!: number;
  confirmed!: number;
  dropped!: number;
}

export class RegisterSummary implements Summary {
  id!: string;
  projectId!: string;
  /** Null where the project made its own. */
  presetKey!: string | null;
  name!: string;
  nameEn!: string | null;
  team!: TeamRef | null;
  crewOnly!: boolean;
  deliverables!: ListedDeliverable[];
  rows!: RowCounts;
  version!: number;
}

export class EmptyCells {
  column!: string;
  /** In how many rows. */
  rows!: number;
}

export class ColumnTotal {
  column!: string;
  total!: number;
}

export class Register extends RegisterSummary implements RegisterView {
  columns!: RegisterColumn[];
  /** At least one row, and no required cell empty; dropped rows don't count. */
  complete!: boolean;
  empty!: EmptyCells[];
  /** Of numbers and money that the caller sees, without dropped rows. */
  totals!: ColumnTotal[];
  weights!: RegisterWeight[];
  addedBy!: PersonRef;
  /** Epoch milliseconds. */
  addedAt!: number;
  @ApiProperty({ type: 'integer', nullable: true })
  personalDays!: number | null;
  /** The day from which its personal cells are gone, where the project is; null where no column is personal. */
  expiresOn!: string | null;
  mayManage!: boolean;
  mayWrite!: boolean;
  /** Whether the caller may make work items of its rows. */
  mayMakeWork!: boolean;
  /** Deliverables that are to be lists and that no list is yet, for whoever may say which this one is. */
  offered!: ListedDeliverable[];
  /** Whether the caller may keep the list in a template of the house, whether or not the project runs. */
  mayKeep!: boolean;
  /** Whether the caller may set `personalDays`. */
  maySetDays!: boolean;
}

export class RegisterList {
  items!: RegisterSummary[];
  /** The sub-teams for which the caller may make a list, null for none in particular; empty where they may make none. */
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'uuid', nullable: true } })
  keepers!: (string | null)[];
  /** Whether the caller may look for what the lists say of one person. */
  mayFindPersons!: boolean;
}

export class RegisterPresetList {
  items!: RegisterPreset[];
}
