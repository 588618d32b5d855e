import { type Day, earlier, later } from '@convener/kernel';
import type { Deliverable, WorkItem } from '@convener/projects';
import { parseRule } from '@convener/schedule';
import { offDaysOff, resolveAnchors, ruledDay, type StartAnswers, type Template } from '@convener/templates';
import { type AnchorTurn, daysOf } from './replan-answers';
import type { ReplanWorld, RowDays, Why } from './replan.types';

type When = 'before' | 'after';
type Ruled = Pick<WorkItem, 'startRule' | 'dueRule' | 'startDay' | 'dueDay' | 'place'>;

/** Counts the days of a project's rows by their own rules, before and after a change. */
export interface RowRules {
  has(row: Ruled): boolean;
  /** Whether the row still follows the rules that its template gave it. */
  isTemplates(row: Ruled, item: WorkItem): boolean;
  days(row: Ruled, item: WorkItem, when: When): RowDays;
  /** What changed among the anchors that the row counts from; the row's rule where it is the project's own. */
  why(row: Ruled, item: WorkItem): Why[];
}

export function rowRules(world: ReplanWorld, now: StartAnswers, next: StartAnswers, turn: AnchorTurn): RowRules {
  const templateRules = rulesByPlace(world.template);
  const isTemplates = (row: Ruled, item: WorkItem) => {
    const rules = row.place === null ? undefined : templateRules.get(row.place);
    const own = item.templateSlug === world.project.templateSlug;
    return own && rules?.start === row.startRule && rules.due === row.dueRule;
  };
  const elsewhere = { before: othersAnchors(world, turn.shown.before), after: othersAnchors(world, turn.shown.after) };
  const anchorsOf = (row: Ruled, item: WorkItem, when: When) => {
    if (isTemplates(row, item)) return turn.ruled[when];
    return elsewhere[when].get(`${item.templateSlug} ${item.templateVersion}`) ?? turn.shown[when];
  };
  const event = { before: now, after: next };
  return {
    isTemplates,
    has: (row) => row.startRule !== null || row.dueRule !== null,
    days: (row, item, when) => daysBy(row, anchorsOf(row, item, when), event[when], world),
    why: (row, item) => {
      const changed = anchorsChanged(row, anchorsOf(row, item, 'before'), anchorsOf(row, item, 'after'), world);
      const ownRule = row.place === null || !isTemplates(row, item) ? ruleText(row) : null;
      return ownRule === null ? changed : [...changed, ownRule];
    },
  };
}

function daysBy(
  row: Ruled,
  anchors: ReadonlyMap<string, Day>,
  event: StartAnswers,
  { calendar }: ReplanWorld,
): RowDays {
  const counted = (rule: string) => (anchors.has(parseRule(rule).anchor) ? ruledDay(rule, anchors, calendar) : null);
  const due = row.dueRule === null ? null : counted(row.dueRule);
  const dueDay = due === null ? row.dueDay : offDaysOff(due, event, calendar);
  const start = (row.startRule === null ? null : counted(row.startRule)) ?? row.startDay;
  return { startDay: start !== null && dueDay !== null ? earlier(start, dueDay) : start, dueDay };
}

/** What work from another template counts from: this project's anchors, and that template's own rules for the rest. */
function othersAnchors({ otherAnchors, calendar }: ReplanWorld, shown: ReadonlyMap<string, Day>) {
  const given = Object.fromEntries(shown);
  return new Map(
    [...otherAnchors].map(([template, anchors]) => [
      template,
      new Map([...shown, ...daysOf(resolveAnchors(anchors, given, calendar))]),
    ]),
  );
}

function anchorsChanged(
  row: Ruled,
  before: ReadonlyMap<string, Day>,
  after: ReadonlyMap<string, Day>,
  { template, milestones }: ReplanWorld,
): Why[] {
  const keys = [row.startRule, row.dueRule].flatMap((rule) => (rule === null ? [] : [parseRule(rule).anchor]));
  return [...new Set(keys)]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => {
      const named = [...template.anchors, ...milestones].find((anchor) => anchor.key === key);
      const [from, to] = [before.get(key) ?? '—', after.get(key) ?? '—'];
      return {
        code: 'anchor' as const,
        key,
        zh: `「${named?.name ?? key}」由 ${from} 改為 ${to}`,
        en: `${named?.nameEn ?? named?.name ?? key} moved from ${from} to ${to}`,
      };
    });
}

function ruleText({ startRule, dueRule }: Ruled): Why | null {
  const key = [startRule, dueRule].filter((rule) => rule !== null).join(' / ');
  return key === '' ? null : { code: 'rule', key, zh: `依自訂規則「${key}」`, en: `By its own rule "${key}"` };
}

function rulesByPlace({ items }: Template): Map<string, { start: string; due: string }> {
  return new Map(
    items.flatMap((item) => [item, ...item.deliverables]).map(({ place, start, due }) => [place, { start, due }]),
  );
}

/** A work item lasts at least as long as its parts. */
export function widened(own: RowDays, parts: readonly RowDays[]): RowDays {
  const starts = [own, ...parts].flatMap(({ startDay }) => startDay ?? []);
  const dues = [own, ...parts].flatMap(({ dueDay }) => dueDay ?? []);
  return {
    startDay: own.startDay === null ? null : starts.reduce(earlier),
    dueDay: own.dueDay === null ? null : dues.reduce(later),
  };
}

export const storedPlan = ({ plannedStartDay, plannedDueDay }: WorkItem | Deliverable): RowDays | null =>
  plannedDueDay === null && plannedStartDay === null ? null : { startDay: plannedStartDay, dueDay: plannedDueDay };

export const sameDays = (a: RowDays, b: RowDays) => a.startDay === b.startDay && a.dueDay === b.dueDay;
