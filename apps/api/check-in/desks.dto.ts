import {
  type DeskList as ListView,
  type DeskRow as Row,
  ENTRY_KINDS,
  type EntryKind,
  MOST_AMOUNT,
  MOST_ENTRIES,
  type Outcome,
  type TakenEntry as Taken,
} from '@convener/check-in';
import { ROW_STATUSES, type RowStatus } from '@convener/registers';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsNumber, Max, Min, ValidateNested } from 'class-validator';
import { IfGiven, IsCellRecord, IsId, Text } from '../http/validators';

const MOST_SEQ = 2_147_483_647;
const LATEST = 8_640_000_000_000_000;

export class NewDesk {
  @Text({ max: 200 })
  name!: string;
}

export class OpenedDesk {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  /** Stands in the numbers that the desk gives out. */
  code!: string;
}

export class NewEntry {
  /** Given by the desk: the same entry counts once. */
  @IsId()
  id!: string;

  @IsIn(ENTRY_KINDS)
  @ApiProperty({ enum: ENTRY_KINDS, enumName: 'CheckInEntryKind' })
  kind!: EntryKind;

  /** The registration; of a walk-in a new id. */
  @IsId()
  rowId!: string;

  /** Epoch ms, by the desk's clock. */
  @IsInt()
  @Min(0)
  @Max(LATEST)
  at!: number;

  /** Of a walk-in, by the column's key. */
  @IfGiven()
  @IsCellRecord()
  cells?: Record<string, string | number | boolean | null>;

  /** Of a walk-in: the wording about their data that they were shown. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(MOST_SEQ)
  consentVersion?: number;

  /** Of an arrival that is taken back: the desk where it stood. One at another desk is left as it is. */
  @IfGiven()
  @IsId()
  undoneDeskId?: string;

  /** Of a payment, or of one that is taken back: prefix, code of the desk, and its count, such as `115-A-0001`. */
  @IfGiven()
  @Text({ max: 40 })
  receipt?: string;

  /** Of a payment, in dollars. */
  @IfGiven()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(MOST_AMOUNT)
  amount?: number;
}

export class NewEntries {
  @IsId()
  deskId!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  @Type(() => NewEntry)
  entries!: NewEntry[];
}

export class EntryRefusal {
  type!: string;
  zh!: string;
  en!: string;
}

export class FirstArrival {
  /** Epoch ms. */
  at!: number;
  @ApiProperty({ format: 'uuid' })
  deskId!: string;
}

export class TakenEntry implements Taken {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: ['done', 'double', 'refused'] })
  outcome!: Outcome | 'refused';
  @ApiProperty({ type: EntryRefusal, nullable: true })
  reason!: EntryRefusal | null;
  /** Of a double arrival: the one that counts. */
  @ApiProperty({ type: FirstArrival, nullable: true })
  first!: FirstArrival | null;
}

export class TakenEntries {
  items!: TakenEntry[];
}

export class DeskListQuery {
  /** The `seq` of the answer before: only what was touched since then is told, where that is less. */
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MOST_SEQ)
  since?: number;
}

export class DeskRow implements Row {
  id!: string;
  @ApiProperty({ enum: ROW_STATUSES, enumName: 'RowStatus' })
  status!: RowStatus;
  name!: string;
  @ApiProperty({ type: 'string', nullable: true })
  number!: string | null;
  @ApiProperty({ type: 'string', nullable: true })
  organisation!: string | null;
  @ApiProperty({ type: 'string', nullable: true })
  kind!: string | null;
  /** In dollars. */
  @ApiProperty({ type: 'number', nullable: true })
  fee!: number | null;
  /** Null where the list does not say. */
  @ApiProperty({ type: 'boolean', nullable: true })
  paid!: boolean | null;
  @ApiProperty({ type: 'string', nullable: true })
  receipt!: string | null;
  /** Epoch ms; null until they are there. */
  @ApiProperty({ type: 'number', nullable: true })
  arrivedAt!: number | null;
  @ApiProperty({ type: 'string', nullable: true })
  deskId!: string | null;
}

export class DeskList implements ListView {
  /** Of the last entry that is in it. */
  @ApiProperty({ type: 'integer' })
  seq!: number;
  /** Differs when rows were changed, added or removed. */
  stamp!: string;
  /** False where `rows` is only what was touched since the entry that was asked for. */
  whole!: boolean;
  rows!: DeskRow[];
}
