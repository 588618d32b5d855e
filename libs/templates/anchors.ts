import type { Day, FieldProblem } from '@convener/kernel';
import { dayOfRule, parseRule, type WorkingCalendar } from '@convener/schedule';
import type { Anchor } from './template.types';

export interface AnchorDay {
  key: string;
  name: string;
  nameEn: string;
  day: Day;
  /** Given by the manager, or else counted by the anchor's default rule. */
  given: boolean;
}

/** The day of every anchor: given ones as given, the others by their default rule. Given days must be valid days. */
export function resolveAnchors(
  anchors: readonly Anchor[],
  given: Readonly<Record<string, Day>>,
  calendar: WorkingCalendar,
): AnchorDay[] {
  const byKey = new Map(anchors.map((anchor) => [anchor.key, anchor]));
  const dayOf = (key: string, seen: readonly string[]): Day => {
    const day = given[key];
    if (day !== undefined) return day;
    const anchor = byKey.get(key);
    if (!anchor?.default || seen.includes(key))
      throw new RangeError(`anchor "${key}" has no day (${[...seen, key].join(' → ')})`);
    const rule = parseRule(anchor.default);
    return dayOfRule(rule, dayOf(rule.anchor, [...seen, key]), calendar);
  };
  return anchors.map(({ key, name, nameEn }) => ({
    key,
    name,
    nameEn,
    day: dayOf(key, []),
    given: given[key] !== undefined,
  }));
}

const isEventDay = (key: string) => key === 'opening' || key === 'closing';

/**
 * What is out of order among the anchors, each at the field that the manager can change.
 * A default that a given day overtakes is told at the given one.
 */
export function anchorProblems(anchors: readonly Anchor[], days: readonly AnchorDay[]): FieldProblem[] {
  const at = new Map(days.map((day) => [day.key, day]));
  const pairs = anchors.flatMap(({ key, notBefore, notAfter }) => [
    ...notBefore.map((first) => [first, key] as const),
    ...notAfter.map((last) => [key, last] as const),
  ]);
  return pairs.flatMap(([first, second]) => {
    const a = at.get(first);
    const b = at.get(second);
    if (!a || !b || a.day <= b.day) return [];
    // The event's own days are the last to be doubted.
    const blamed = [b, a].find(({ key, given }) => given && !isEventDay(key)) ?? (b.given ? b : a);
    return [
      {
        pointer: isEventDay(blamed.key) ? `/${blamed.key}` : `/anchors/${blamed.key}`,
        zh: `「${b.name}」(${b.day}) 不能早於「${a.name}」(${a.day})。`,
        en: `${b.nameEn} (${b.day}) must not come before ${a.nameEn} (${a.day}).`,
      },
    ];
  });
}
