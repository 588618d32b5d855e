import { addDays, type Day } from '@convener/kernel';
import type { WorkingCalendar } from './calendar';

/**
 * A schedule rule: so many days before or after a named anchor, e.g. `opening - 30 days`, `closing + 5 working days`,
 * `opening at 08:00`. The time of day is local wall time in the project's zone.
 */
export interface DayRule {
  anchor: string;
  /** Negative before the anchor, positive after. */
  offset: number;
  unit: 'days' | 'working days';
  /** `HH:MM`, or null where the whole day is meant. */
  time: string | null;
}

/** How a rule is worded. */
export const RULE =
  /^([a-zA-Z][a-zA-Z0-9]*)(?: ([+-]) (\d{1,4}) (working )?days?)?(?: at ((?:[01]\d|2[0-3]):[0-5]\d))?$/;

/** Reads a rule as plans write it. Throws RangeError naming the text that is none. */
export function parseRule(text: string): DayRule {
  const parts = RULE.exec(text);
  if (!parts?.[1]) {
    throw new RangeError(
      `"${text}" is no schedule rule: write "opening - 30 days" or "closing + 5 working days at 17:00"`,
    );
  }
  const [, anchor, sign, count, working, time] = parts;
  const offset = count === undefined ? 0 : Number(count) * (sign === '-' ? -1 : 1);
  return { anchor, offset, unit: working ? 'working days' : 'days', time: time ?? null };
}

/** The day that a rule names once its anchor's day is known. */
export function dayOfRule(rule: DayRule, anchorDay: Day, calendar: WorkingCalendar): Day {
  return rule.unit === 'days' ? addDays(anchorDay, rule.offset) : calendar.addWorkingDays(anchorDay, rule.offset);
}
