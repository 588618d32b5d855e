import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsNotEmpty, IsString, Matches, Max, Min, ValidateNested } from 'class-validator';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

class DayOffSeed {
  @Matches(DATE) date!: string;
  @IsString() @IsNotEmpty() name!: string;
}

/** One year's days off (`seeds/calendars/<year>.yaml`). */
export class CalendarYearSeed {
  @IsInt() @Min(2000) @Max(2200) year!: number;
  @IsIn(['official', 'provisional']) status!: 'official' | 'provisional';
  @IsString() @IsNotEmpty() source!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => DayOffSeed) daysOff!: DayOffSeed[];
}

class FixedHolidaySeed {
  @Matches(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/) monthDay!: string;
  @IsString() @IsNotEmpty() name!: string;
}

/** The holidays that fall on the same date every year (`seeds/calendars/fixed.yaml`). */
export class FixedHolidaysSeed {
  @IsArray() @ValidateNested({ each: true }) @Type(() => FixedHolidaySeed) fixed!: FixedHolidaySeed[];
}
