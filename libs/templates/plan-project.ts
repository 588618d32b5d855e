import { daysBetween, type Day, earlier, type FieldProblem, later, yearOf } from '@convener/kernel';
import { type AnchorDay, anchorProblems, resolveAnchors } from './anchors';
import { type CalendarStatus, dayOfRule, parseRule, plannableProblems, type WorkingCalendar } from '@convener/schedule';
import { type LateStart, squeezeInto } from './late-start';
import { type Answers, applyAnswers, type LeftOut, nameOf } from './leave-out';
import { applyMerges, type MergedDeliverable, type MergedItem } from './merges';
import { offDaysOff, type RuledDays, ruledDays } from './ruled-days';
import { type Counts, countsOf, type Template, type TemplateCheck, type TemplateTeam } from './template.types';

/** What a manager answers at the start. Days are `YYYY-MM-DD` and already known to be days. */
export interface StartAnswers {
  opening: Day;
  closing: Day;
  anchors: Readonly<Record<string, Day>>;
  options: Answers;
  lateStart: LateStart;
}

export interface PlannedDays {
  startDay: Day;
  dueDay: Day;
  dueTime: string | null;
  /** Where the due day would be without a late start. */
  plannedDueDay: Day;
  /** What the rules alone say, whatever day it is: re-planning compares with these. */
  ruled: RuledDays;
  /** What the calendar of the due day's year rests on. */
  dayBasis: CalendarStatus;
}

export type PlannedDeliverable = Omit<MergedDeliverable, 'start' | 'due' | 'leaveOut'> &
  PlannedDays & { startRule: string; dueRule: string; settled: boolean };
export type PlannedCheck = Omit<TemplateCheck, 'leaveOut'>;
export type PlannedItem = Omit<MergedItem, 'start' | 'due' | 'leaveOut' | 'deliverables' | 'checks'> &
  PlannedDays & {
    startRule: string;
    dueRule: string;
    /** Chosen as already done at a late start. */
    settled: boolean;
    deliverables: readonly PlannedDeliverable[];
    checks: readonly PlannedCheck[];
  };

export interface ProjectPlan {
  counts: Counts;
  anchors: readonly AnchorDay[];
  teams: readonly TemplateTeam[];
  items: readonly PlannedItem[];
  leftOut: readonly LeftOut[];
  /** What would already be past today, whatever was chosen for it. */
  late: readonly { place: string; title: string; titleEn: string | null; plannedDue: Day }[];
  /** The years that dates depend on, with what is known of their days off. */
  calendar: readonly { year: number; status: CalendarStatus }[];
}

/** Every wrong answer, each at its field. `planProject` may be called only when there is none. */
export function answerProblems(template: Template, answers: StartAnswers, calendar: WorkingCalendar): FieldProblem[] {
  const anchorKeys = new Set(template.anchors.map(({ key }) => key));
  const unknownAnchors = Object.keys(answers.anchors)
    .filter((key) => !anchorKeys.has(key) || key === 'opening' || key === 'closing')
    .map((key) =>
      problem(
        `/anchors/${key}`,
        `此範本沒有「${key}」這個基準日。`,
        `This template has no anchor "${key}" to set here.`,
      ),
    );
  const badOptions = Object.entries(answers.options).flatMap(([key, answer]) => {
    const option = template.options.find((candidate) => candidate.key === key);
    if (!option)
      return [problem(`/options/${key}`, `此範本沒有「${key}」這個條件。`, `This template has no option "${key}".`)];
    if (option.choices.some(({ value }) => value === answer)) return [];
    const allowed = option.choices.map(({ value }) => JSON.stringify(value)).join(', ');
    return [problem(`/options/${key}`, `答案只能是 ${allowed}。`, `The answer must be one of ${allowed}.`)];
  });
  const days: [string, Day][] = [
    ['/opening', answers.opening],
    ['/closing', answers.closing],
    ...Object.entries(answers.anchors).map(([key, day]): [string, Day] => [`/anchors/${key}`, day]),
  ];
  const unplannable = days.flatMap(([pointer, day]) => plannableProblems(day, pointer));
  if (unplannable.length > 0) return [...badOptions, ...unplannable];
  if (answers.closing < answers.opening) {
    return [...badOptions, problem('/closing', '結束日不能早於開始日。', 'Closing must not come before opening.')];
  }
  if (unknownAnchors.length > 0) return [...unknownAnchors, ...badOptions];
  return [...badOptions, ...anchorProblems(template.anchors, anchorDays(template, answers, calendar))];
}

/**
 * Turns a template and the manager's answers into dated work: what is left out and why, each day counted from its
 * anchor, moved off days off, and late work treated as chosen. Preview and start both use it, so they can't differ.
 */
export function planProject(
  template: Template,
  answers: StartAnswers,
  calendar: WorkingCalendar,
  today: Day,
): ProjectPlan {
  const anchors = anchorDays(template, answers, calendar);
  const chosen = applyAnswers(template, answers.options);
  const merged = applyMerges(template, chosen.items, answers.options);
  const dating = datingOf(merged.items, new Map(anchors.map(({ key, day }) => [key, day])), answers, calendar, today);
  const dated = merged.items.map((item) => dateItem(item, dating));
  const treated = treatLate(dated, answers.lateStart, today);
  const places = new Set(treated.items.map(({ place }) => place));
  const items = treated.items.map((item) => ({ ...item, after: item.after.filter((place) => places.has(place)) }));
  const teamKeys = new Set(items.map(({ team }) => team));
  return {
    counts: countsOf(items),
    anchors: anchors.map((anchor) => (anchor.given ? anchor : { ...anchor, day: dating.move(anchor.day) })),
    teams: template.teams.filter(({ key }) => teamKeys.has(key)),
    items,
    leftOut: [...chosen.leftOut, ...merged.leftOut, ...treated.leftOut],
    late: treated.late,
    calendar: yearsOf(items, calendar),
  };
}

function problem(pointer: string, zh: string, en: string): FieldProblem {
  return { pointer, zh, en };
}

function anchorDays(
  template: Template,
  { opening, closing, anchors }: StartAnswers,
  calendar: WorkingCalendar,
): AnchorDay[] {
  return resolveAnchors(template.anchors, { ...anchors, opening, closing }, calendar);
}

interface Dating {
  /** The day that a rule names by its anchor. */
  dayOf(rule: string): Day;
  /** The same, with a late start seen to. */
  placed(rule: string): Day;
  move(day: Day): Day;
  shift(day: Day): Day;
  ruled(row: { start: string; due: string }): RuledDays;
  basis(day: Day): CalendarStatus;
}

function datingOf(
  items: readonly MergedItem[],
  anchors: ReadonlyMap<string, Day>,
  answers: StartAnswers,
  calendar: WorkingCalendar,
  today: Day,
): Dating {
  const dayOf = (text: string): Day => {
    const rule = parseRule(text);
    const anchorDay = anchors.get(rule.anchor);
    if (!anchorDay) throw new RangeError(`rule "${text}" counts from an anchor that the template does not have`);
    return dayOfRule(rule, anchorDay, calendar);
  };
  const rows = items.flatMap((item) => [item, ...item.deliverables]);
  const late = rows.some(({ due }) => dayOf(due) < today);
  const squeeze =
    late && answers.lateStart === 'squeeze'
      ? squeezeInto(rows.map(({ start }) => dayOf(start)).reduce(earlier), today, answers.opening)
      : (day: Day) => day;
  // A day that the manager gave, and what counts from it, stays where it still lies ahead.
  const isFixed = (text: string) => parseRule(text).anchor in answers.anchors && dayOf(text) >= today;
  return {
    dayOf,
    placed: (text) => (isFixed(text) ? dayOf(text) : squeeze(dayOf(text))),
    move: squeeze,
    shift: (day) => offDaysOff(day, answers, calendar, today),
    ruled: (row) => ruledDays(row, anchors, answers, calendar),
    basis: (day) => calendar.basis(yearOf(day)),
  };
}

function datesOf(
  row: { start: string; due: string },
  dating: Dating,
): PlannedDays & { startRule: string; dueRule: string } {
  const planned = dating.dayOf(row.due);
  const dueDay = dating.shift(dating.placed(row.due));
  return {
    startRule: row.start,
    dueRule: row.due,
    startDay: earlier(dating.placed(row.start), dueDay),
    dueDay,
    dueTime: parseRule(row.due).time,
    plannedDueDay: dating.shift(planned),
    ruled: dating.ruled(row),
    dayBasis: dating.basis(dueDay),
  };
}

function dateItem({ start, due, leaveOut: _leaveOut, ...item }: MergedItem, dating: Dating): PlannedItem {
  const deliverables = item.deliverables.map(({ start: from, due: until, leaveOut: _, ...deliverable }) => ({
    ...deliverable,
    ...datesOf({ start: from, due: until }, dating),
    settled: false,
  }));
  const dates = datesOf({ start, due }, dating);
  // Moving off days off must not leave a deliverable outside its work item.
  const dueDay = deliverables.map((row) => row.dueDay).reduce(later, dates.dueDay);
  return {
    ...item,
    ...dates,
    startDay: deliverables.map((row) => row.startDay).reduce(earlier, dates.startDay),
    dueDay,
    ruled: around(dates.ruled, deliverables),
    dayBasis: dating.basis(dueDay),
    settled: false,
    deliverables,
    checks: item.checks.map(({ leaveOut: _, ...check }) => check),
  };
}

/** A work item lasts at least as long as its deliverables. */
export function around(own: RuledDays, parts: readonly { ruled: RuledDays }[]): RuledDays {
  return {
    startDay: parts.map(({ ruled }) => ruled.startDay).reduce(earlier, own.startDay),
    dueDay: parts.map(({ ruled }) => ruled.dueDay).reduce(later, own.dueDay),
  };
}

function treatLate(items: readonly PlannedItem[], choice: LateStart, today: Day) {
  const isLate = (row: { plannedDueDay: Day }) => daysBetween(row.plannedDueDay, today) > 0;
  const rows = items.flatMap((item): (PlannedItem | PlannedDeliverable)[] =>
    isLate(item) ? [item] : item.deliverables.filter(isLate),
  );
  const late = rows.map((row) => ({ ...nameOf(row), plannedDue: row.plannedDueDay }));
  if (choice === 'squeeze') return { items, late, leftOut: [] };
  if (choice === 'already-done') {
    return { items: items.map((item) => settle(item, isLate)), late, leftOut: [] };
  }
  const leftOut = rows.map((row): LeftOut => ({
    ...nameOf(row),
    kind: 'checks' in row ? 'work-item' : 'deliverable',
    reason: {
      code: 'late-start',
      zh: `原訂 ${row.plannedDueDay} 前完成，啟動時已過期`,
      en: `Was due ${row.plannedDueDay}, already past at the start`,
    },
  }));
  const kept = items
    .filter((item) => !isLate(item))
    .map((item) => ({ ...item, deliverables: item.deliverables.filter((deliverable) => !isLate(deliverable)) }));
  return { items: kept, late, leftOut };
}

/** A work item whose deliverables are all done is done, also where it would have had some days left. */
function settle(item: PlannedItem, isLate: (row: PlannedDays) => boolean): PlannedItem {
  const deliverables = item.deliverables.map((row) => ({ ...row, settled: isLate(item) || isLate(row) }));
  const settled = isLate(item) || (deliverables.length > 0 && deliverables.every((row) => row.settled));
  return { ...item, settled, deliverables };
}

function yearsOf(items: readonly PlannedItem[], calendar: WorkingCalendar) {
  const years = new Set(items.flatMap((item) => [item, ...item.deliverables]).map(({ dueDay }) => yearOf(dueDay)));
  return [...years].sort((a, b) => a - b).map((year) => ({ year, status: calendar.basis(year) }));
}
