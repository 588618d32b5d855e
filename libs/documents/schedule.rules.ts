import { addDays, type Day, dayAt } from '@convener/kernel';
import type { Gantt, GanttRow, TableRow } from '@convener/papers';
import { type CountedItem, isLate, isOpenItem, type Milestone, type Predecessor, type Tally } from '@convener/projects';
import type { About } from '@convener/reports';
import type { BookedWork } from './work-book';
import type { WorkGroup } from './work-groups';
import { milestoneKind, stageName, teamName } from './work-words';

/** A day that everybody counts from: an anchor of the template, or a milestone of the contract (查核點). */
export interface Mark {
  day: Day;
  name: string;
  kind: string;
  note: string | null;
}

/** In the order in which they pass; of one day the template's first. */
export function marksOf(about: About, milestones: readonly Milestone[]): Mark[] {
  const { say, project } = about;
  const anchors = project.anchors.map((anchor) => ({
    ...{ day: anchor.day, name: about.name(anchor), kind: say('活動日程', 'Event day'), note: null },
  }));
  const own = milestones.map((one) => ({
    ...{ day: one.day, name: about.name(one), kind: milestoneKind(about, one.kind) },
    note: [one.amount, one.note].filter(Boolean).join(say('；', '; ')) || null,
  }));
  return [...anchors, ...own].sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}

/** Of a project that rests nobody is late (`today` of countingDay() is null), and what is open rests too. */
export function barState(item: CountedItem, today: Day | null): GanttRow['state'] {
  if (item.status === 'done') return 'done';
  if (today === null) return 'resting';
  if (isLate(item, today)) return 'late';
  return item.status === 'to-do' ? 'open' : 'running';
}

export function ganttOf(
  about: About,
  groups: readonly WorkGroup[],
  marks: readonly Mark[],
  tallyOf: (itemId: string) => Tally,
  today: Day | null,
): Gantt | null {
  const rows = groups.flatMap(({ name, work }): Gantt['rows'][number][] => [
    { group: name },
    ...work.map(({ item }): GanttRow => ({
      label: item.code ? `${item.code} ${about.name(item)}` : about.name(item),
      ...{ start: item.startDay, due: item.dueDay },
      ...(moved(item) && { baseline: { start: item.baselineStartDay, due: item.baselineDueDay } }),
      state: barState({ ...item, tally: tallyOf(item.id) }, today),
    })),
  ]);
  const days = [...marks.map(({ day }) => day), ...groups.flatMap(({ work }) => work.flatMap(daysOf))].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || groups.length === 0) return null;
  const shownToday = about.today >= first && about.today <= last ? about.today : null;
  // A mark at the very edge would lose its label.
  const [from, to] = [addDays(first, -3), addDays(last, 3)];
  return {
    type: 'gantt',
    from,
    to,
    today: shownToday,
    marks: marks.map(({ day, name }) => ({ day, label: name })),
    rows,
  };
}

type Days = Pick<BookedWork['item'], 'startDay' | 'dueDay' | 'baselineStartDay' | 'baselineDueDay'>;

/** A baseline that says the same as the bar above it is only noise. */
const moved = ({ startDay, dueDay, baselineStartDay, baselineDueDay }: Days) =>
  (baselineStartDay !== null || baselineDueDay !== null) &&
  (startDay !== baselineStartDay || dueDay !== baselineDueDay);
const daysOf = ({ item }: BookedWork) =>
  [item.startDay, item.dueDay, item.baselineStartDay, item.baselineDueDay].filter((day) => day !== null);

export function scheduleRows(about: About, groups: readonly WorkGroup[], edges: readonly Predecessor[]): TableRow[] {
  const all = new Map(groups.flatMap(({ work }) => work.map(({ item }) => [item.id, item] as const)));
  const codes = [...all.values()].map(({ code }) => code);
  // Two standards count their tasks alike: a code that two have says nothing.
  const named = (item: BookedWork['item']) =>
    item.code !== null && codes.filter((code) => code === item.code).length === 1
      ? item.code
      : [item.code, about.name(item)].filter(Boolean).join(' ');
  const before = (id: string) =>
    edges
      .filter(({ workItemId, predecessorId }) => workItemId === id && all.has(predecessorId))
      .map((edge) => {
        const item = all.get(edge.predecessorId)!;
        return `${named(item)}${lagOf(about, edge)}`;
      });
  return groups.flatMap(({ name, work }): TableRow[] => [
    { group: name },
    ...work.map((one) => ({
      cells: [
        ...[stageName(about, one.item.stage), one.item.code, about.name(one.item), teamName(about, one)],
        ...[one.assignee, one.item.startDay, one.item.dueDay, before(one.item.id).join(about.say('、', ', '))],
      ],
    })),
  ]);
}

function lagOf({ say }: About, { lagDays, lagUnit }: Predecessor): string {
  if (lagDays === 0) return '';
  const signed = lagDays > 0 ? `+${lagDays}` : String(lagDays);
  return lagUnit === 'days'
    ? say(`（${signed} 天）`, ` (${signed} d)`)
    : say(`（${signed} 工作天）`, ` (${signed} wd)`);
}

/** Work that no calendar holds. */
export const undated = (work: readonly BookedWork[]) =>
  work.filter(({ item }) => isOpenItem(item) && item.startDay === null && item.dueDay === null).length;

/**
 * The day on which it was finished, in the project's zone. Null also for what was due before the project was started here
 * and counted as done at that instant: nobody knows when it was, and a year late is what it was not.
 */
export function doneDay(
  { project }: Pick<About, 'project'>,
  { doneAt, dueDay }: { doneAt: number | null; dueDay?: Day | null },
): Day | null {
  if (doneAt === null) return null;
  const day = dayAt(doneAt, project.zone);
  const settledAtStart = doneAt === project.createdAt && typeof dueDay === 'string' && dueDay < day;
  return settledAtStart ? null : day;
}
