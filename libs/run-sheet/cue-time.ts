import { addDays, type Day, dayAt, dayNumber, instantAt, timeAt } from '@convener/kernel';

export const MINUTES_OF_DAY = 1440;
/**
 * 29:59: until six in the morning a night still belongs to the evening on which it began, and 00:30 of the gala is 24:30.
 */
export const LAST_MINUTE = MINUTES_OF_DAY + 359;
export const MOST_MINUTES = MINUTES_OF_DAY;

/** `09:30`; from midnight on it counts on: `24:30`, as run sheets and the day's timetable of a railway do. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The instant (epoch ms) of a minute of an event day in `zone`, by the wall clock. */
export function instantOf(day: Day, minute: number, zone: string): number {
  const time = clockText(minute % MINUTES_OF_DAY);
  return instantAt(addDays(day, Math.floor(minute / MINUTES_OF_DAY)), time, zone);
}

/** Which minute of an event day an instant is in `zone`; beyond its ends where it is another day. */
export function minuteOf(instant: number, day: Day, zone: string): number {
  const [hours, minutes] = timeAt(instant, zone).split(':').map(Number);
  return daysFrom(day, dayAt(instant, zone)) * MINUTES_OF_DAY + hours! * 60 + minutes!;
}

/** Minutes since a midnight that all days share, for comparing the end of one night with the morning after. */
export function absoluteMinute({ day, minute }: { day: Day; minute: number }): number {
  return dayNumber(day)! * MINUTES_OF_DAY + minute;
}

const daysFrom = (from: Day, to: Day) => dayNumber(to)! - dayNumber(from)!;

/** The event day that an instant belongs to in `zone`: until six in the morning it is still the evening's. */
export function showDay(instant: number, zone: string): Day {
  const day = dayAt(instant, zone);
  return timeAt(instant, zone) < '06:00' ? addDays(day, -1) : day;
}
