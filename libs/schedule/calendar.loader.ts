import { basename, join } from 'node:path';
import { readSeed, seedFiles } from '@convener/platform';
import { type CalendarYear, type FixedHoliday, WorkingCalendar } from './calendar';
import { CalendarYearSeed, FixedHolidaysSeed } from './calendar.schema';

export interface CalendarSeeds {
  years: readonly CalendarYearSeed[];
  fixed: readonly FixedHoliday[];
}

/** Reads `seeds/calendars`: one file a year, and the holidays of fixed date. Throws SeedError naming file and place. */
export function readCalendars(folder: string): CalendarSeeds {
  const files = seedFiles(folder).filter((file) => /^\d{4}\.yaml$/.test(basename(file)));
  const years = files.map((file) => readSeed(CalendarYearSeed, file));
  return { years, fixed: readSeed(FixedHolidaysSeed, join(folder, 'fixed.yaml')).fixed };
}

/** The office calendar as the seeds have it, without what an admin has imported since. */
export function loadCalendar(folder: string): WorkingCalendar {
  const { years, fixed } = readCalendars(folder);
  return new WorkingCalendar(years satisfies readonly CalendarYear[], fixed);
}
