import { addDays, type Day, dayAt } from '@convener/kernel';
import type { RegisterColumn } from '@convener/register-presets';
import type { Cells } from './cells-of-row.rules';

/** For how long a list may keep its personal cells after closing, in days. */
export const LONGEST_KEPT_DAYS = 3650;

/** Where and when the event of a list closes. */
export interface Closing {
  closingDay: Day;
  /** IANA zone of the project, in which its days are meant. */
  zone: string;
}

export function personalColumns(columns: readonly RegisterColumn[]): RegisterColumn[] {
  return columns.filter(({ personal }) => personal);
}

/** The day from which personal cells are gone. `usualDays` is for lists that say nothing of their own. */
export function expiryDay(
  personalDays: number | null,
  { closingDay }: Pick<Closing, 'closingDay'>,
  usualDays: number,
): Day {
  return addDays(closingDay, personalDays ?? usualDays);
}

/** Whether that day has come at `now` (epoch ms), where the project is. */
export function isExpired(day: Day, { zone }: Pick<Closing, 'zone'>, now: number): boolean {
  return dayAt(now, zone) >= day;
}

/** The keys of the cells that say something of a person. */
export function personalIn(columns: readonly RegisterColumn[], cells: Cells): string[] {
  return personalColumns(columns).flatMap(({ key }) => (Object.hasOwn(cells, key) ? [key] : []));
}

export function withoutPersonal(columns: readonly RegisterColumn[], cells: Cells): Cells {
  const personal = new Set(personalIn(columns, cells));
  return Object.fromEntries(Object.entries(cells).filter(([key]) => !personal.has(key)));
}

/** When a row was erased, as far as that still holds: whoever fills a personal cell again has asked the person anew. */
export function stillErased(columns: readonly RegisterColumn[], cells: Cells, erasedAt: number | null): number | null {
  return personalIn(columns, cells).length > 0 ? null : erasedAt;
}
