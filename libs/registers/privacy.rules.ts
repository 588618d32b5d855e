import { addDays, type Day, dayAt } from '@convener/kernel';
import { type KeptCell, readCell } from './cells.rules';
import type { Cells } from './cells-of-row.rules';
import type { RegisterColumn } from './columns.rules';
import { folded } from './day-texts';

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

/** Whether a row is about whom the text names: by a whole e-mail address or phone number, or by a part of what is written. */
export function isAbout(text: string, columns: readonly RegisterColumn[], cells: Cells): boolean {
  return personalColumns(columns).some((column) => {
    const cell = Object.hasOwn(cells, column.key) ? cells[column.key] : undefined;
    return cell !== undefined && (NAMES[column.type]?.(text, column, cell) ?? false);
  });
}

type Names = (text: string, column: RegisterColumn, cell: KeptCell) => boolean;

const isPart: Names = (text, _, cell) => plain(String(cell)).includes(plain(text));

/** Days, amounts and choices name nobody: half the list would have the same. */
const NAMES: Partial<Record<RegisterColumn['type'], Names>> = {
  text: isPart,
  person: isPart,
  'e-mail': (text, column, cell) => {
    const read = readCell(column, text);
    return 'value' in read && read.value === cell;
  },
  phone: (text, column, cell) => {
    const read = readCell(column, text);
    if ('wrong' in read) return false;
    const [wanted, kept] = [phoneDigits(String(read.value)), phoneDigits(String(cell))];
    // Two extensions are two people; who leaves theirs out may be either.
    return (
      wanted.number === kept.number &&
      (wanted.extension === kept.extension || wanted.extension === '' || kept.extension === '')
    );
  },
};

/** The digits of a phone number as it is kept. Abroad +886 stands for the 0 with which it begins here. */
function phoneDigits(kept: string): { number: string; extension: string } {
  const [number = '', extension = ''] = kept.replace(/^\+\s?886[\s-]*\(?0?\)?/, '0').split('#');
  return { number: number.replace(/\D/g, ''), extension };
}

function plain(text: string): string {
  return folded(text).toLowerCase().replace(/\s+/g, ' ');
}
