import { addDays, daysBetween, earlier } from '@convener/kernel';
import { resolveAnchors } from './anchors';
import { dayOfRule, parseRule, WorkingCalendar } from '@convener/schedule';
import type { Anchor, TemplateItem } from './template.types';

/** Any opening does: a horizon is a distance. An event of three days, with weekends as the only days off. */
const OPENING = '2027-10-13';
const GIVEN = { opening: OPENING, closing: addDays(OPENING, 2) };
const WEEKENDS = new WorkingCalendar([{ year: 2027, status: 'official', daysOff: [] }], []);

/** How many days before opening the earliest of these items starts, under the default anchors; at least 1. */
export function horizonOf(items: readonly Pick<TemplateItem, 'start'>[], anchors: readonly Anchor[]): number {
  const at = new Map(resolveAnchors(anchors, GIVEN, WEEKENDS).map(({ key, day }) => [key, day]));
  const earliest = items
    .map(({ start }) => {
      const rule = parseRule(start);
      return dayOfRule(rule, at.get(rule.anchor) ?? OPENING, WEEKENDS);
    })
    .reduce(earlier, OPENING);
  return Math.max(1, daysBetween(earliest, OPENING));
}
