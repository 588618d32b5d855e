import type { Preview, PreviewItem } from '../../api/types';
import { dayPlus, weekdayOf } from '../../format/days';

type Anchor = Pick<Preview['anchors'][number], 'key' | 'name' | 'nameEn' | 'day'>;

export interface CalendarDay<Item = PreviewItem> {
  day: string;
  /** Whether nobody works on it: a weekend, or a day off with a name. */
  off: boolean;
  holiday: string | null;
  anchors: Anchor[];
  items: Item[];
}

interface Plan<Item> {
  anchors: readonly Anchor[];
  items: readonly Item[];
  holidays: readonly { date: string; name: string }[];
}

/** Everything that falls on a day of a plan: work items on their due day, anchors, days off. */
export class PlanCalendar<Item extends { dueDay: string }> {
  private readonly items = new Map<string, Item[]>();
  private readonly anchors = new Map<string, Anchor[]>();
  private readonly holidays: ReadonlyMap<string, string>;

  constructor(plan: Plan<Item>) {
    for (const item of plan.items) add(this.items, item.dueDay, item);
    for (const anchor of plan.anchors) add(this.anchors, anchor.day, anchor);
    this.holidays = new Map(plan.holidays.map(({ date, name }) => [date, name]));
  }

  at(day: string): CalendarDay<Item> {
    const holiday = this.holidays.get(day) ?? null;
    const weekend = [0, 6].includes(weekdayOf(day));
    const [anchors, items] = [this.anchors.get(day) ?? [], this.items.get(day) ?? []];
    return { day, off: weekend || holiday !== null, holiday, anchors, items };
  }

  /** The first and last month in which anything falls, `YYYY-MM`; null where nothing does. */
  months(): { first: string; last: string } | null {
    const days = [...this.items.keys(), ...this.anchors.keys()].sort();
    return days.length === 0 ? null : { first: days[0]!.slice(0, 7), last: days.at(-1)!.slice(0, 7) };
  }

  /** The weeks of a month from Monday on; null where a cell belongs to another month. */
  weeks(month: string): (CalendarDay<Item> | null)[][] {
    const days = daysOf(month);
    const before = (weekdayOf(days[0]!) + 6) % 7;
    const cells = [...Array<null>(before).fill(null), ...days.map((day) => this.at(day))];
    const weeks: (CalendarDay<Item> | null)[][] = [];
    for (let start = 0; start < cells.length; start += 7) {
      const week = cells.slice(start, start + 7);
      weeks.push([...week, ...Array<null>(7 - week.length).fill(null)]);
    }
    return weeks;
  }

  /** The days of a month that have something to say, as a phone lists them. */
  agenda(month: string): CalendarDay<Item>[] {
    return daysOf(month)
      .map((day) => this.at(day))
      .filter(({ items, anchors, holiday }) => items.length + anchors.length > 0 || holiday !== null);
  }
}

function daysOf(month: string): string[] {
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = dayPlus(day, 1)) days.push(day);
  return days;
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}
