import { parseRule } from '@convener/schedule';
import type { Anchor } from './template.types';

interface Dated {
  start: string;
  due: string;
}

/** Every rule of these work items and their deliverables. */
export function rulesOf(items: readonly (Dated & { deliverables: readonly Dated[] })[]): string[] {
  return items.flatMap((item) => [item, ...item.deliverables].flatMap(({ start, due }) => [start, due]));
}

/** Opening, closing, the anchors that the rules count from, and what those count from in turn. */
export function usedAnchors(rules: readonly string[], anchors: readonly Anchor[]): Set<string> {
  const used = new Set(['opening', 'closing', ...rules.map((rule) => parseRule(rule).anchor)]);
  for (const key of used) {
    const rule = anchors.find((anchor) => anchor.key === key)?.default;
    if (rule) used.add(parseRule(rule).anchor);
  }
  return used;
}
