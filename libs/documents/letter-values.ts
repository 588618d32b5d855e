import { foldedField, type Values } from '@convener/letters';
import type { About } from '@convener/reports';
import type { GuestList } from './guest-list';
import { type Addressee, eventDays, issuer, longDay, republicDay } from './letter-facts';

/** What every letter has, by the names that a template may call it: they go before columns of the same name. */
export function sharedValues(about: About): Values {
  const { project, today } = about;
  return named([
    [['專案', '活動', '活動名稱', 'project', 'event'], project.name],
    [['客戶', '主辦單位', 'client', 'issuer'], issuer(about)],
    [['活動地點', 'venue'], project.venue ?? ''],
    [['活動日期', 'event days'], eventDays(about)],
    [['開始日', 'opening'], longDay(project.openingDay, about)],
    [['結束日', 'closing'], longDay(project.closingDay, about)],
    [['日期', '今天', 'date', 'today'], longDay(today, about)],
    [['民國日期', 'republic date'], republicDay(today)],
  ]);
}

/** What differs by letter: every column that the reader sees by its names and its key, and what all lists are asked for. */
export function rowValues({ columns }: GuestList, { guest, name, organisation, kind, credits }: Addressee): Values {
  return named([
    ...columns.map(({ key, name: zh, nameEn }) => [[key, zh, nameEn], guest.row.text(key) ?? ''] as const),
    // An own list may call its people whatever it likes: these are understood in all.
    [['姓名', 'name'], name],
    [['單位', 'organisation'], organisation ?? ''],
    [['編號', 'number'], guest.number ?? ''],
    [['身分', '身份', 'kind'], kind],
    [['學分', '時數', 'credits', 'hours'], credits === null ? '' : String(credits)],
  ]);
}

/** The fields that rows of a list have, also where it has no rows yet. */
export function rowFields({ columns }: GuestList): ReadonlySet<string> {
  const own = columns.flatMap(({ key, name, nameEn }) => [key, name, nameEn]);
  const common = ['姓名', 'name', '單位', 'organisation', '編號', 'number', '身分', '身份', 'kind'];
  return new Set([...own, ...common, '學分', '時數', 'credits', 'hours'].map(foldedField));
}

function named(entries: readonly (readonly [names: readonly string[], value: string])[]): Map<string, string> {
  return new Map(entries.flatMap(([names, value]) => names.map((name) => [foldedField(name), value] as const)));
}
