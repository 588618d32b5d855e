import {
  CUE_STATES,
  type CueFileView,
  type CueState,
  type CueView,
  LAST_MINUTE,
  type LastDelay,
  MOST_MINUTES,
  type OfferedFile as OfferedFileView,
  type OwnRunSheet as OwnRunSheetView,
  type RunSheetView,
  type SheetWarning as WarningView,
  WARNING_KINDS,
} from '@convener/run-sheet';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { IfGiven, IsCalendarDay, IsId, IsWebLink, OrNull, Text } from '../http/validators';
import { PersonRef, TeamRef } from '../projects/work.dto';

const MOST_AT_ONCE = 300;
const MOST_PEOPLE = 50;
const MOST_FILES = 20;

export class GivenCueFile {
  /** A file or link that is evidence in the project; else a link. */
  @OrNull()
  @IsId()
  evidenceId?: string | null;

  @Text({ max: 200 })
  name!: string;

  @OrNull()
  @IsWebLink()
  link?: string | null;
}

/** What a cue may say besides when, where and what; null clears a field. */
class CueMore {
  /** What is to be done: lights, sound, the words of the host. */
  @OrNull()
  @Text({ max: 4000, lines: true })
  notes?: string | null;

  /** People of the project, all of them. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_PEOPLE)
  @IsId({ each: true })
  personIds?: string[];

  @OrNull()
  @IsId()
  teamId?: string | null;

  /** Who is not in the project: speakers, guests of honour, suppliers. */
  @OrNull()
  @Text({ max: 300 })
  outside?: string | null;

  /** All of them. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_FILES)
  @ValidateNested({ each: true })
  @Type(() => GivenCueFile)
  files?: GivenCueFile[];

  @OrNull()
  @IsId()
  workItemId?: string | null;

  /** No delay moves it. */
  @IfGiven()
  @IsBoolean()
  fixed?: boolean;
}

export class NewCue extends CueMore {
  /** The event day; a night belongs to its evening. */
  @IsCalendarDay()
  day!: string;

  /** Minutes of the wall clock since the day's midnight; from 1440 (24:00) on in the morning after, up to 29:59. */
  @IsInt()
  @Min(0)
  @Max(LAST_MINUTE)
  minute!: number;

  /** How long it takes. */
  @IsInt()
  @Min(0)
  @Max(MOST_MINUTES)
  minutes!: number;

  @Text({ max: 100 })
  place!: string;

  @Text({ max: 200 })
  title!: string;
}

export class NewCues {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ValidateNested({ each: true })
  @Type(() => NewCue)
  cues!: NewCue[];
}

/** A new time is a new plan: what a delay did to it before is past. */
export class EditCue extends CueMore {
  @IfGiven()
  @IsCalendarDay()
  day?: string;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(LAST_MINUTE)
  minute?: number;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(MOST_MINUTES)
  minutes?: number;

  @IfGiven()
  @Text({ max: 100 })
  place?: string;

  @IfGiven()
  @Text({ max: 200 })
  title?: string;
}

export class CallCue {
  @ApiProperty({ enum: CUE_STATES, enumName: 'CueState' })
  @IsIn(CUE_STATES)
  state!: CueState;
}

export class CopyDay {
  @IsCalendarDay()
  fromDay!: string;

  @IsCalendarDay()
  toDay!: string;
}

export class CueFile implements CueFileView {
  evidenceId!: string | null;
  name!: string;
  link!: string | null;
  /** Whether the caller may download it as a file of its evidence. */
  isFile!: boolean;
}

export class CueWork {
  id!: string;
  title!: string;
  titleEn!: string | null;
}

export class Cue implements CueView {
  id!: string;
  day!: string;
  /** Minutes of the wall clock since the day's midnight, as it stands now; from 1440 on in the morning after. */
  minute!: number;
  minutes!: number;
  /** As it was planned, before any delay. */
  plannedMinute!: number;
  plannedMinutes!: number;
  /** Epoch milliseconds of where it begins and ends as it stands now. */
  startsAt!: number;
  endsAt!: number;
  place!: string;
  title!: string;
  notes!: string | null;
  people!: PersonRef[];
  team!: TeamRef | null;
  outside!: string | null;
  files!: CueFile[];
  /** The work item that it is about; null where the caller does not see it, too. */
  work!: CueWork | null;
  /** Whether it names the caller, or a sub-team of theirs. */
  mine!: boolean;
  fixed!: boolean;
  @ApiProperty({ enum: CUE_STATES, enumName: 'CueState' })
  state!: CueState;
  /** Epoch milliseconds at which it was really begun and ended. */
  startedAt!: number | null;
  endedAt!: number | null;
  version!: number;
}

export class CueList {
  items!: Cue[];
}

export class SheetWarning implements WarningView {
  @ApiProperty({ enum: WARNING_KINDS, enumName: 'SheetWarningKind' })
  kind!: (typeof WARNING_KINDS)[number];
  cueId!: string;
  /** With which it overlaps. */
  otherId!: string | null;
  /** Who is to be in two places at once. */
  personId!: string | null;
  minutes!: number | null;
}

export class LastCueDelay implements LastDelay {
  id!: string;
  day!: string;
  /** The cue that was late. */
  title!: string;
  /** Negative where it brought forward. */
  minutes!: number;
  by!: PersonRef | null;
  /** Epoch milliseconds. */
  at!: number;
}

export class RunSheet implements RunSheetView {
  projectId!: string;
  projectName!: string;
  zone!: string;
  openingDay!: string;
  closingDay!: string;
  /** The event day that it is now: until six in the morning still the evening's. */
  today!: string;
  /** By day and time. */
  cues!: Cue[];
  /** What is likely a mistake. Nothing is refused for it. */
  warnings!: SheetWarning[];
  /** Of each day the last delay that holds. */
  delays!: LastCueDelay[];
  mayEdit!: boolean;
  /** Whether the caller may begin, end and delay cues. */
  mayCall!: boolean;
}

export class OwnRunSheet implements OwnRunSheetView {
  projectId!: string;
  projectName!: string;
  day!: string;
}

export class OwnRunSheets {
  items!: OwnRunSheet[];
}

export class OfferedFile implements OfferedFileView {
  evidenceId!: string;
  name!: string;
  deliverable!: string;
}

export class OfferedFiles {
  items!: OfferedFile[];
}
