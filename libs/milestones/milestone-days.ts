import type { Day } from '@convener/kernel';
import type { Milestone } from '@convener/projects';
import { parseRule, type WorkingCalendar } from '@convener/schedule';
import { ruledDay } from '@convener/templates';

type Ruled = Pick<Milestone, 'key' | 'rule' | 'day'>;

/**
 * The day of each milestone, those with a rule counted anew, also from one another. A contract names the very day, so
 * none moves off days off. What would have no day, because its anchor is gone, keeps the one it has.
 */
export function milestoneDays(
  milestones: readonly Ruled[],
  anchors: ReadonlyMap<string, Day>,
  calendar: WorkingCalendar,
): Map<string, Day> {
  const byKey = new Map(milestones.map((milestone) => [milestone.key, milestone]));
  const found = new Map(anchors);
  const dayOf = (key: string, waiting: readonly string[]): void => {
    const milestone = byKey.get(key);
    if (!milestone || found.has(key)) return;
    const anchor = milestone.rule === null ? null : parseRule(milestone.rule).anchor;
    if (anchor !== null && !waiting.includes(anchor)) dayOf(anchor, [...waiting, key]);
    const counts = anchor !== null && found.has(anchor);
    found.set(key, counts ? ruledDay(milestone.rule!, found, calendar) : milestone.day);
  };
  for (const { key } of milestones) dayOf(key, []);
  return new Map(milestones.map(({ key }) => [key, found.get(key)!]));
}

/** The way round by which a milestone's rule would count from itself, `a → b → a`; null where it would not. */
export function milestoneCycle(milestones: readonly Pick<Milestone, 'key' | 'rule'>[], from: string): string[] | null {
  const byKey = new Map(milestones.map(({ key, rule }) => [key, rule]));
  const way = [from];
  for (let key = from; ;) {
    const rule = byKey.get(key);
    if (!rule) return null;
    key = parseRule(rule).anchor;
    way.push(key);
    if (key === from) return way;
    // Another round that does not lead back here is that of others.
    if (way.indexOf(key) < way.length - 1) return null;
  }
}
