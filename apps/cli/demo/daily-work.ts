import { addDays, type Day, daysBetween, earlier, later } from '@convener/kernel';
import type { DeliverableView, WorkItemView } from '@convener/projects';
import type { WorkingCalendar } from '@convener/schedule';
import { chance, pick } from './chance';
import { nameOf, type Office } from './office';
import type { Timeline } from './timeline';
import { HOURS, RETURN_REASONS } from './words';

interface Setting {
  office: Office;
  timeline: Timeline;
  calendar: WorkingCalendar;
  /** The first day on which anybody works, and the present one. */
  from: Day;
  today: Day;
  opening: Day;
  /** Ids of deliverables that nobody gets round to. */
  held: ReadonlySet<string>;
  /** Ids of deliverables that wait for their accepter at present. */
  pending: ReadonlySet<string>;
}

/** Leads hand out most of their work in the first week; some of the rest is claimed later, some stays in the pool. */
export function handOut(setting: Setting, items: readonly WorkItemView[]): void {
  const { office, timeline, calendar, from } = setting;
  const byWorker = new Map<string, WorkItemView[]>();
  for (const item of items.filter(isOpen)) {
    const luck = chance(`pool ${nameOf(item)}`);
    if (luck > 0.7) {
      if (luck < 0.9) timeline.at(startOf(setting, item), '09:15', () => office.claim(item));
      continue;
    }
    const key = `${office.leadOf(item).personId} ${office.workerOf(item).personId}`;
    byWorker.set(key, [...(byWorker.get(key) ?? []), item]);
  }
  [...byWorker.values()].forEach((rows, index) => {
    const [first] = rows;
    const day = calendar.addWorkingDays(from, 2 + (index % 3));
    timeline.at(day, HOURS[index % HOURS.length]!, () =>
      office.assign(
        office.leadOf(first!),
        rows.map(({ id }) => id),
        office.workerOf(first!),
      ),
    );
  });
}

/** Each work item at its own pace: checks along the way, deliverables mostly a little before they are due. */
export function workThrough(setting: Setting, items: readonly WorkItemView[]): void {
  for (const item of items.filter(isOpen)) {
    const open = item.deliverableList.filter(({ status }) => status === 'open');
    const ends = open.map((row) => prepare(setting, item, row)).sort();
    tickAlong(setting, item, ends.at(-1) ?? paced(setting, item, item.dueDay, nameOf(item)));
  }
}

/** Submits and accepts one deliverable; answers the day of the last step. */
function prepare(setting: Setting, item: WorkItemView, row: DeliverableView): Day {
  const { office, timeline, calendar, held, pending, today } = setting;
  const name = `${nameOf(item)} ${row.title}`;
  const ready = paced(setting, item, row.dueDay ?? item.dueDay, name);
  if (held.has(row.id)) return ready;
  const time = pick(HOURS, name);
  if (pending.has(row.id)) {
    timeline.at(calendar.addWorkingDays(today, -2 - Math.floor(chance(name) * 4)), time, () =>
      office.submit(item, row),
    );
    return today;
  }
  timeline.at(ready, time, () => office.submit(item, row));
  if (row.accepter === null) return ready;
  const looked = calendar.addWorkingDays(ready, 1 + Math.floor(chance(`accept ${name}`) * 4));
  const again = chance(`return ${name}`) < 0.08;
  if (!again) {
    timeline.at(looked, time, () => office.accept(item, row));
    return looked;
  }
  timeline.at(looked, time, () => office.giveBack(item, row, pick(RETURN_REASONS, name)));
  timeline.at(calendar.addWorkingDays(looked, 2), time, () => office.submit(item, row));
  const accepted = calendar.addWorkingDays(looked, 4);
  timeline.at(accepted, time, () => office.accept(item, row));
  return accepted;
}

/** The checks one after another from the start of the work item to its finish, all but the last before it. */
function tickAlong(setting: Setting, item: WorkItemView, finish: Day): void {
  const { office, timeline, calendar } = setting;
  const start = startOf(setting, item);
  const span = Math.max(0, daysBetween(start, finish));
  item.checkList.forEach(({ id, text }, index) => {
    const share = (index + 1) / item.checkList.length;
    const day = earlier(calendar.onOrAfter(addDays(start, Math.floor(span * share * 0.98))), later(start, finish));
    timeline.at(day, pick(HOURS, text), () => office.tick(item, id));
  });
}

/** When something due on a day gets done: mostly a few working days early, and in many work items weeks ahead of plan. */
function paced(setting: Setting, item: WorkItemView, due: Day | null, name: string): Day {
  const { calendar, from } = setting;
  const planned = due ?? addDays(from, 60);
  const early = Math.floor(chance(`pace ${name}`) * 8);
  const day = isAhead(item) ? broughtForward(setting, item, planned) : planned;
  return later(calendar.addWorkingDays(calendar.onOrBefore(day), -early), calendar.addWorkingDays(from, 6));
}

/** Most of the preparation is over well before opening, else half of the work could not be done by now. */
function isAhead(item: WorkItemView): boolean {
  const share = item.stage === 'preparation' ? 0.95 : item.stage === 'before' ? 0.5 : 0;
  return chance(`ahead ${nameOf(item)}`) < share;
}

/** A day between the first one and opening, moved in proportion into a part of the time up to the present. */
function broughtForward({ from, today, opening }: Setting, item: WorkItemView, day: Day): Day {
  if (day <= from || day > opening) return day;
  const room = daysBetween(from, today) * (0.6 + 0.4 * chance(`room ${nameOf(item)}`));
  return addDays(from, Math.round((daysBetween(from, day) * room) / daysBetween(from, opening)));
}

function startOf(setting: Setting, item: WorkItemView): Day {
  const { calendar, from } = setting;
  const planned = item.startDay ?? from;
  const day = isAhead(item) ? broughtForward(setting, item, planned) : planned;
  return calendar.onOrAfter(later(day, calendar.addWorkingDays(from, 5)));
}

function isOpen({ status }: WorkItemView): boolean {
  return status !== 'done' && status !== 'not-applicable';
}
