import { groupBy } from '@convener/kernel';
import type { About } from '@convener/reports';
import { kindName, ofKind } from './guest-choices';
import type { Guest, GuestList } from './guest-list';
import type { BookedRow } from './booked-row';

/** Somebody to whom a letter or certificate goes, as it names them. */
export interface Addressee {
  guest: Guest;
  /** The person; where the list knows none, the organisation. */
  name: string;
  /** Null where the name is the organisation's already. */
  organisation: string | null;
  kind: string;
  /** 學分 that the list of credits has of them; null where it has none. */
  credits: number | null;
}

/** Whom to write to. `arrived`: only whoever was there. Rows that name nobody are left out. */
export function addressees(
  list: GuestList,
  credits: readonly BookedRow[],
  { who, kind: wantedKind }: { who?: string; kind?: string },
  about: Pick<About, 'say'>,
): Addressee[] {
  const wanted = ofKind(list, wantedKind).filter(({ arrivedAt }) => who !== 'arrived' || arrivedAt !== null);
  const creditsOf = creditBook(list, credits);
  return wanted.flatMap((guest) => {
    const name = guest.name || guest.organisation;
    if (!name) return [];
    const organisation = guest.name ? guest.organisation : null;
    return [{ guest, name, organisation, kind: kindName(list, guest.kind, about), credits: creditsOf(guest) }];
  });
}

/**
 * The credits of somebody by name, and by organisation where two in the list have one name: they must not get those of
 * the other.
 */
function creditBook({ guests }: GuestList, rows: readonly BookedRow[]): (guest: Guest) => number | null {
  const rowsOf = groupBy(rows, (row) => plain(row.text('name')));
  const namesakes = groupBy(guests, ({ name }) => plain(name));
  return ({ name, organisation }) => {
    const found = (name && rowsOf.get(plain(name))) || [];
    const alone = namesakes.get(plain(name))?.length === 1;
    const own = found.filter((row) => {
      const said = row.text('organisation');
      return said === null || organisation === null ? alone : plain(said) === plain(organisation);
    });
    const points = own.flatMap((row) => row.number('credits') ?? []);
    return points.length === 0 ? null : Math.round(points.reduce((sum, one) => sum + one, 0) * 100) / 100;
  };
}

const plain = (text: string | null) => (text ?? '').normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** A day as letters write it. */
export function longDay(day: string, { language }: Pick<About, 'language'>): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return language === 'zh-TW' ? `${year} 年 ${month} 月 ${date} 日` : `${date} ${MONTHS[month - 1]!} ${year}`;
}

/** 中華民國 117 年 6 月 12 日, with which formal papers are dated in Taiwan. */
export function republicDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `中華民國 ${year - 1911} 年 ${month} 月 ${date} 日`;
}

export function eventDays(about: Pick<About, 'project' | 'language' | 'say'>): string {
  const { openingDay, closingDay } = about.project;
  if (openingDay === closingDay) return longDay(openingDay, about);
  const [first, last] = [longDay(openingDay, about), longDay(closingDay, about)];
  // The month is said once.
  if (openingDay.slice(0, 7) === closingDay.slice(0, 7)) {
    const day = Number(closingDay.slice(8));
    return about.say(`${first}至 ${day} 日`, `${Number(openingDay.slice(8))}–${last}`);
  }
  return `${first}${about.say('至 ', ' to ')}${last}`;
}

/** Who signs: the client, whose event it is; the house where no client is known, as the project's owner. */
export const issuer = ({ project }: Pick<About, 'project'>): string => project.client ?? '';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
