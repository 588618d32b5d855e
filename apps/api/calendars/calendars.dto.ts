import type { CalendarFile, ShownYear, YearContent } from '@convener/schedule';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBase64, IsIn, MaxLength, ValidateNested } from 'class-validator';
import { IsCalendarDay, Text } from '../http/validators';

const STATUSES = ['official', 'provisional'] as const;

export class DayOff {
  @IsCalendarDay()
  date!: string;

  @Text({ max: 100 })
  name!: string;
}

/** One year of the office calendar. */
export class CalendarYear implements ShownYear {
  year!: number;
  status!: (typeof STATUSES)[number];
  source!: string;
  /** Beside Saturdays and Sundays. */
  daysOff!: DayOff[];
  /** Whether an admin put it in; else it came with the product. */
  imported!: boolean;
  importedAt!: number | null;
  /** 0 where it came with the product. */
  version!: number;
}

export class CalendarYears {
  items!: CalendarYear[];
}

export class PutCalendarYear implements YearContent {
  @IsIn(STATUSES)
  status!: (typeof STATUSES)[number];

  /** Where the days were read. */
  @Text({ max: 300 })
  source!: string;

  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => DayOff)
  daysOff!: DayOff[];
}

/** A file of at most about 70 KB; a year has 20. */
const LONGEST_FILE = 100_000;

export class ReadCalendarFile {
  /** The file, in base64. */
  @IsBase64()
  @MaxLength(LONGEST_FILE)
  content!: string;
}

export class ReadCalendar implements CalendarFile {
  year!: number;
  daysOff!: DayOff[];
}
