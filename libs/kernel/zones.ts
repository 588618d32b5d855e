import { DateTime, IANAZone } from 'luxon';
import type { Day } from './days';

/** Whether the text names an IANA time zone that this runtime knows. */
export function isZone(text: unknown): text is string {
  return typeof text === 'string' && text.includes('/') && IANAZone.isValidZone(text);
}

/** The calendar day that it is in `zone` at an instant (epoch milliseconds). */
export function dayAt(instant: number, zone: string): Day {
  return DateTime.fromMillis(instant, { zone }).toISODate()!;
}

/** The wall time (HH:MM) that it is in `zone` at an instant (epoch milliseconds). */
export function timeAt(instant: number, zone: string): string {
  return DateTime.fromMillis(instant, { zone }).toFormat('HH:mm');
}

/**
 * The instant (epoch milliseconds) of a local wall time in `zone`. A wall time that daylight saving skips is read
 * as the one after the gap.
 */
export function instantAt(day: Day, time: string, zone: string): number {
  return DateTime.fromISO(`${day}T${time}`, { zone }).toMillis();
}
