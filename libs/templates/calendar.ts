import { addDays, type Day, weekday, yearOf } from '@convener/kernel';

/** How far a year's days off can be relied on. Beyond the last known year only weekends and fixed dates are known. */
export type CalendarStatus = 'official' | 'provisional' | 'weekends-only';

export interface CalendarYear {
  year: number;
  status: 'official' | 'provisional';
  /** Days off beside Saturdays and Sundays. */
  daysOff: readonly { date: Day; name: string }[];
}

/** A holiday that falls on the same date every year; `monthDay` is `MM-DD`. */
export interface FixedHoliday {
  monthDay: string;
  name: string;
}

/** Whether work can be planned on this day: 2000 to 2199, the years that calendars may have. Counting stays inside what a day can be. */
export function isPlannable(day: Day): boolean {
  return yearOf(day) >= 2000 && yearOf(day) < 2200;
}

/** The government office calendar: weekends, and days off that are data with a year. */
export class WorkingCalendar {
  private readonly named = new Map<Day, string>();
  private readonly status = new Map<number, CalendarStatus>();
  private readonly fixed: Map<string, string>;

  constructor(years: readonly CalendarYear[], fixed: readonly FixedHoliday[]) {
    for (const { year, status, daysOff } of years) {
      this.status.set(year, status);
      for (const { date, name } of daysOff) this.named.set(date, name);
    }
    this.fixed = new Map(fixed.map(({ monthDay, name }) => [monthDay, name]));
  }

  /** What the days of this year rest on; said aloud wherever a date depends on it. */
  basis(year: number): CalendarStatus {
    return this.status.get(year) ?? 'weekends-only';
  }

  isWorkingDay(day: Day): boolean {
    const onWeekend = weekday(day) === 0 || weekday(day) === 6;
    return (
      !onWeekend &&
      !this.named.has(day) &&
      !(this.basis(yearOf(day)) === 'weekends-only' && this.fixed.has(day.slice(5)))
    );
  }

  /** The working day `count` working days after `day` (before it, when negative). 0 is the day itself. */
  addWorkingDays(day: Day, count: number): Day {
    const step = Math.sign(count);
    let found = day;
    for (let left = Math.abs(count); left > 0;) {
      found = addDays(found, step);
      if (this.isWorkingDay(found)) left -= 1;
    }
    return found;
  }

  /** `day` itself when it is a working day, else the nearest one before it. */
  onOrBefore(day: Day): Day {
    return this.isWorkingDay(day) ? day : this.addWorkingDays(day, -1);
  }

  /** `day` itself when it is a working day, else the nearest one after it. */
  onOrAfter(day: Day): Day {
    return this.isWorkingDay(day) ? day : this.addWorkingDays(day, 1);
  }
}
