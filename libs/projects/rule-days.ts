import { type Bilingual, type Day, earlier, yearOf } from '@convener/kernel';
import { isPlannable, parseRule, type WorkingCalendar } from '@convener/schedule';
import { offDaysOff, ruledDay } from '@convener/templates';
import { wrongField } from './rows';
import type { WorkItem } from './work-item.entity';

/** What rules of a project count from: each anchor's day, the days of the event, the calendar. */
export interface AnchorBook {
  days: ReadonlyMap<string, Day>;
  event: { opening: Day; closing: Day };
  calendar: WorkingCalendar;
}

/** Rules and days as they come with an edit. Undefined leaves a rule alone, null takes it away. */
export interface RuleEdit {
  startRule?: string | null;
  dueRule?: string | null;
  startDay?: string | null;
  dueDay?: string | null;
}

export type RuledChanges = Partial<
  Pick<
    WorkItem,
    | 'startRule'
    | 'dueRule'
    | 'startDay'
    | 'dueDay'
    | 'dueTime'
    | 'dayBasis'
    | 'plannedStartDay'
    | 'plannedDueDay'
    | 'handSet'
  >
>;

type RuledRow = Pick<WorkItem, 'startDay' | 'dueDay' | 'plannedStartDay' | 'plannedDueDay'>;

/** Whether an edit says anything of rules. */
export function givesRules({ startRule, dueRule }: RuleEdit): boolean {
  return startRule !== undefined || dueRule !== undefined;
}

/**
 * What rules given to a row change: its days, counted at once, which from then on move with re-plans. Throws 400 at the
 * rule that is none, that counts from an anchor the project does not have, or that comes together with a day.
 */
export function ruleChanges(row: RuledRow, edit: RuleEdit, book: AnchorBook, at = ''): RuledChanges {
  const { startRule, dueRule } = edit;
  for (const side of ['start', 'due'] as const)
    if (edit[`${side}Rule`] && edit[`${side}Day`]) throw wrongField(`${at}/${side}Rule`, DAY_OR_RULE);
  const changes: RuledChanges = {};
  if (dueRule !== undefined) changes.dueRule = dueRule;
  if (startRule !== undefined) changes.startRule = startRule;
  if (!startRule && !dueRule) return changes;
  if (dueRule) {
    const dueDay = offDaysOff(countedDay(dueRule, book, `${at}/dueRule`), book.event, book.calendar);
    Object.assign(changes, { dueDay, plannedDueDay: dueDay, dueTime: parseRule(dueRule).time });
    changes.dayBasis = book.calendar.basis(yearOf(dueDay));
  }
  const dueDay = changes.dueDay ?? edit.dueDay ?? row.dueDay;
  const startDay = startRule ? countedDay(startRule, book, `${at}/startRule`) : (edit.startDay ?? row.startDay);
  // A row never starts behind its due day: what is counted gives way.
  if (startDay !== null) changes.startDay = dueDay === null ? startDay : earlier(startDay, dueDay);
  changes.plannedStartDay = startRule ? changes.startDay : (row.plannedStartDay ?? changes.startDay ?? null);
  return { ...changes, plannedDueDay: changes.plannedDueDay ?? row.plannedDueDay ?? dueDay, handSet: false };
}

/** The day that a rule names in a project. Throws 400 at `pointer` where it names none. */
export function countedDay(
  text: string,
  { days, calendar }: Pick<AnchorBook, 'days' | 'calendar'>,
  pointer: string,
): Day {
  const { anchor } = readRule(text, pointer);
  if (!days.has(anchor)) throw wrongField(pointer, unknownAnchor(anchor, [...days.keys()]));
  const day = ruledDay(text, days, calendar);
  if (!isPlannable(day)) throw wrongField(pointer, OUT_OF_YEARS);
  return day;
}

/** Throws 400 at `pointer` for text that is no rule. */
export function readRule(text: string, pointer: string) {
  try {
    return parseRule(text);
  } catch (error) {
    if (error instanceof RangeError) throw wrongField(pointer, NO_RULE);
    throw error;
  }
}

/** Days given by a person stay where they are when the project is re-planned. */
export function byHand<T extends { startDay?: string | null; dueDay?: string | null }>(
  changes: T,
): T & { handSet?: true } {
  return changes.startDay === undefined && changes.dueDay === undefined ? changes : { ...changes, handSet: true };
}

/** The same for an edit that may have given rules, which take the days back from people. */
export function ruledOrByHand<T extends RuleEdit>(changes: T, ruled: RuledChanges): T & { handSet?: boolean } {
  return ruled.handSet === false ? changes : byHand(changes);
}

/** What of a change people ask about: what re-planning keeps for itself is none of it. */
export function toldOf<T extends object>(changes: T): T {
  return Object.fromEntries(Object.entries(changes).filter(([key]) => !KEPT_FOR_REPLANS.has(key))) as T;
}

const KEPT_FOR_REPLANS: ReadonlySet<string> = new Set([
  'plannedStartDay',
  'plannedDueDay',
  'dayBasis',
  'handSet',
  'setAsideBy',
]);
const DAY_OR_RULE = { zh: '日期和規則請擇一填寫。', en: 'Give a day or a rule, not both.' };
const OUT_OF_YEARS = {
  zh: '規則算出的日期要在 2000 到 2199 年之間。',
  en: 'The rule must lead to a day from 2000 to 2199.',
};
const NO_RULE = {
  zh: '不是排程規則。請寫成「opening - 30 days」或「closing + 5 working days at 17:00」。',
  en: 'This is no schedule rule: write "opening - 30 days" or "closing + 5 working days at 17:00".',
};
const unknownAnchor = (anchor: string, known: readonly string[]): Bilingual => ({
  zh: `專案沒有「${anchor}」這個基準日，可用的有：${known.join('、')}。`,
  en: `The project has no anchor "${anchor}". It has: ${known.join(', ')}.`,
});
