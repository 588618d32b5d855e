import {
  type ActionView,
  ENTRY_KINDS,
  type EntryKind,
  MOST_ACTIONS,
  MOST_DECISIONS,
  type RecordEntryView,
} from '@convener/records';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, ValidateNested } from 'class-validator';
import { IfGiven, IsCalendarDay, IsId, OrNull, Text } from '../http/validators';
import { MadeWork } from '../projects/origins.dto';
import { PersonRef, TeamRef } from '../projects/work.dto';

export class NewRecordAction {
  /** What is to be done: the title of the work item that it becomes. */
  @Text({ max: 300 })
  text!: string;

  @OrNull()
  @IsId()
  assigneeId?: string | null;

  /** That of the record's own work where it is not given. */
  @OrNull()
  @IsId()
  teamId?: string | null;

  @OrNull()
  @IsCalendarDay()
  dueDay?: string | null;
}

export class EditRecordAction extends NewRecordAction {
  /** Of one that is there already; a new one gets its own. */
  @IfGiven()
  @IsId()
  id?: string;
}

/** What an entry may say besides what it is about; null clears a field. */
class RecordEntryFacts {
  @OrNull()
  @Text({ max: 200 })
  place?: string | null;

  /** Who was there, in words. */
  @OrNull()
  @Text({ max: 2000, lines: true })
  present?: string | null;

  @OrNull()
  @Text({ max: 10_000, lines: true })
  notes?: string | null;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_DECISIONS)
  @Text({ max: 500 }, { each: true })
  decisions?: string[];
}

export class EditRecordEntry extends RecordEntryFacts {
  @IfGiven()
  @IsIn(ENTRY_KINDS)
  kind?: EntryKind;

  @IfGiven()
  @IsCalendarDay()
  day?: string;

  @IfGiven()
  @Text({ max: 200 })
  title?: string;

  /** All of them: those that are left out go. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_ACTIONS)
  @ValidateNested({ each: true })
  @Type(() => EditRecordAction)
  actions?: EditRecordAction[];
}

export class NewRecordEntry extends RecordEntryFacts {
  @IsIn(ENTRY_KINDS)
  kind!: EntryKind;

  @IsCalendarDay()
  day!: string;

  @Text({ max: 200 })
  title!: string;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_ACTIONS)
  @ValidateNested({ each: true })
  @Type(() => NewRecordAction)
  actions?: NewRecordAction[];
}

export class RecordAction implements ActionView {
  id!: string;
  text!: string;
  assignee!: PersonRef | null;
  team!: TeamRef | null;
  dueDay!: string | null;
  /** The work item that was made of it; null where none was. */
  work!: MadeWork | null;
  /** Whether the caller may make one. */
  mayMakeWork!: boolean;
}

export class RecordEntry implements RecordEntryView {
  id!: string;
  deliverableId!: string;
  @ApiProperty({ enum: ENTRY_KINDS, enumName: 'EntryKind' })
  kind!: EntryKind;
  day!: string;
  title!: string;
  place!: string | null;
  present!: string | null;
  notes!: string | null;
  decisions!: string[];
  actions!: RecordAction[];
  addedBy!: PersonRef;
  /** Epoch milliseconds. */
  addedAt!: number;
  mayEdit!: boolean;
  version!: number;
}

export class RecordEntryList {
  /** The latest day first. */
  items!: RecordEntry[];
  mayAdd!: boolean;
}
