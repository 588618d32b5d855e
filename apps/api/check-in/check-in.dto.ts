import {
  type CheckInView,
  type DeskView,
  type DoubleView,
  ENTRY_KINDS,
  type EntryKind,
  type Fields,
  FIELDS,
  type KindCount,
  type OwnCheckIn as OwnView,
} from '@convener/check-in';
import { COLUMN_KEY } from '@convener/register-presets';
import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, Matches, ValidateNested } from 'class-validator';
import { IfGiven, OrNull, Text } from '../http/validators';
import { PersonRef } from '../projects/work.dto';
import { RegisterColumn } from '../registers/registers.dto';
import { FirstArrival } from './desks.dto';

const KEY = { pattern: COLUMN_KEY.source };
/** Goes before a code and a number: `115-` in 115-A-0001. */
const PREFIX = /^[A-Za-z0-9-]{0,12}$/;

/** Keys of columns of the list, by what the desks use them for. */
export class CheckInFields implements Fields {
  @ApiProperty(KEY)
  @IfGiven()
  @Matches(COLUMN_KEY)
  name?: string;
  /** A column in which no two rows are alike; a scanned code is looked for in it too. */
  @ApiProperty(KEY)
  @IfGiven()
  @Matches(COLUMN_KEY)
  number?: string;
  @ApiProperty(KEY)
  @IfGiven()
  @Matches(COLUMN_KEY)
  organisation?: string;
  @ApiProperty(KEY)
  @IfGiven()
  @Matches(COLUMN_KEY)
  kind?: string;
  @ApiProperty(KEY)
  @IfGiven()
  @Matches(COLUMN_KEY)
  fee?: string;
  @ApiProperty(KEY)
  @IfGiven()
  @Matches(COLUMN_KEY)
  paid?: string;
  @ApiProperty(KEY)
  @IfGiven()
  @Matches(COLUMN_KEY)
  receipt?: string;
  /** Takes the choice `onSite` of walk-ins. */
  @ApiProperty(KEY)
  @IfGiven()
  @Matches(COLUMN_KEY)
  way?: string;
  @ApiProperty(KEY)
  @IfGiven()
  @Matches(COLUMN_KEY)
  consentVersion?: string;
  @ApiProperty(KEY)
  @IfGiven()
  @Matches(COLUMN_KEY)
  consentDay?: string;
}

/** What is left out is not there at all, whatever order it came in. */
export function fieldsOf(given: CheckInFields | undefined): Fields | undefined {
  return given && Object.fromEntries(FIELDS.flatMap((field) => (given[field] ? [[field, given[field]]] : [])));
}

export class NewConsent {
  @Text({ max: 4000, lines: true })
  text!: string;

  @OrNull()
  @Text({ max: 4000, lines: true })
  textEn?: string | null;
}

export class EditCheckIn {
  /** All of them: what is left out is not used. */
  @IfGiven()
  @ValidateNested()
  @Type(() => CheckInFields)
  fields?: CheckInFields;

  /** Stands before every receipt number, such as `115-`; may be empty. */
  @IfGiven()
  @ApiProperty({ pattern: PREFIX.source })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @Matches(PREFIX)
  receiptPrefix?: string;

  /** A new version of what people are told about the use of their data. */
  @IfGiven()
  @ValidateNested()
  @Type(() => NewConsent)
  consent?: NewConsent;

  @IfGiven()
  @IsBoolean()
  closed?: boolean;
}

export class CheckInDesk implements DeskView {
  id!: string;
  code!: string;
  name!: string;
  openedBy!: PersonRef;
  /** Epoch ms. */
  openedAt!: number;
  @ApiProperty({ type: 'integer' })
  arrivals!: number;
  /** Receipts that were not taken back, and what was paid by them, in dollars. */
  @ApiProperty({ type: 'integer' })
  receipts!: number;
  amount!: number;
}

export class DoubleEntry implements DoubleView {
  id!: string;
  @ApiProperty({ enum: ENTRY_KINDS, enumName: 'CheckInEntryKind' })
  kind!: EntryKind;
  @ApiProperty({ type: 'string', nullable: true })
  rowId!: string | null;
  name!: string;
  deskId!: string;
  enteredBy!: PersonRef;
  /** Epoch ms. */
  at!: number;
  @ApiProperty({ type: 'string', nullable: true })
  receipt!: string | null;
  @ApiProperty({ type: 'number', nullable: true })
  amount!: number | null;
  @ApiProperty({ type: FirstArrival, nullable: true })
  first!: FirstArrival | null;
}

export class CheckInConsent {
  @ApiProperty({ type: 'integer' })
  version!: number;
  text!: string;
  @ApiProperty({ type: 'string', nullable: true })
  textEn!: string | null;
}

export class CheckInCount implements KindCount {
  /** Key of the choice, or the text; null where there is none. */
  @ApiProperty({ type: 'string', nullable: true })
  kind!: string | null;
  @ApiProperty({ type: 'integer' })
  expected!: number;
  @ApiProperty({ type: 'integer' })
  arrived!: number;
}

/** Every desk sees the names of all columns that it uses. */
export class CheckInColumn extends OmitType(RegisterColumn, ['masked'] as const) {}

export class CheckIn implements CheckInView {
  @ApiProperty({ format: 'uuid' })
  registerId!: string;
  /** Of the settings; 0 until it is opened. */
  @ApiProperty({ type: 'integer' })
  version!: number;
  projectId!: string;
  projectName!: string;
  zone!: string;
  name!: string;
  @ApiProperty({ type: 'string', nullable: true })
  nameEn!: string | null;
  /** Those that the desks use or a registration needs; all of them for whoever may manage the check-in. */
  columns!: CheckInColumn[];
  /** Epoch ms; null until it is opened. */
  @ApiProperty({ type: 'number', nullable: true })
  openedAt!: number | null;
  @ApiProperty({ type: 'number', nullable: true })
  closedAt!: number | null;
  /** Until it is opened, those that suit. */
  fields!: CheckInFields;
  receiptPrefix!: string;
  /** The newest wording; null where none was given. */
  @ApiProperty({ type: CheckInConsent, nullable: true })
  consent!: CheckInConsent | null;
  desks!: CheckInDesk[];
  /** Arrivals and payments that met an earlier one, the newest first. */
  doubles!: DoubleEntry[];
  counts!: CheckInCount[];
  mayManage!: boolean;
}

export class OwnCheckIn implements OwnView {
  @ApiProperty({ format: 'uuid' })
  registerId!: string;
  name!: string;
  @ApiProperty({ type: 'string', nullable: true })
  nameEn!: string | null;
  projectName!: string;
}

export class OwnCheckInList {
  items!: OwnCheckIn[];
}
