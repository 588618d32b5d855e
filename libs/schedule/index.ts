export {
  type CalendarStatus,
  type CalendarYear,
  type FixedHoliday,
  isPlannable,
  type OwnDay,
  WorkingCalendar,
} from './calendar';
export { ownDayProblems, plannableProblems } from './calendar.checks';
export { type CalendarFile, readCalendarFile } from './calendar-file';
export { ImportedYear } from './calendar-year.entity';
export { loadCalendar } from './calendar.loader';
export { CalendarsService, type ShownYear, type YearContent } from './calendars.service';
export {
  chainOf,
  criticalPath,
  cycleOf,
  type Float,
  floats,
  type Forecast,
  forecast,
  LAG_UNITS,
  type NetworkEdge,
  type NetworkNode,
} from './network';
export { CalendarFolder, OfficeCalendars } from './office-calendars';
export {
  DAYS_OFF_RULES,
  type DaysOffRule,
  type Occurrence,
  occurrences,
  type Recurrence,
  type Rhythm,
  RHYTHMS,
} from './recurrence';
export { type DayRule, dayOfRule, parseRule, RULE } from './rules';
export { ScheduleModule } from './schedule.module';
