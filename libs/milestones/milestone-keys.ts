import type { Milestone, MilestoneKind } from '@convener/projects';
import { parseRule } from '@convener/schedule';

/** A row whose days are counted by rules. */
export interface RuledUse {
  id: string;
  itemId: string;
  title: string;
  startRule: string | null;
  dueRule: string | null;
}

/** A key for one more milestone of its kind: `payment`, `payment2`, `payment3` … */
export function freeKey(kind: MilestoneKind, taken: readonly { key: string }[]): string {
  const name = kind === 'other' ? 'milestone' : kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const keys = new Set(taken.map(({ key }) => key));
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? name : `${name}${count}`;
    if (!keys.has(key)) return key;
  }
}

/** What could not be counted any more without this milestone, but for the work that it carries itself. */
export function rowsCountingFrom(
  { id, key, workItemId }: Pick<Milestone, 'id' | 'key' | 'workItemId'>,
  milestones: readonly Pick<Milestone, 'id' | 'name' | 'rule'>[],
  rows: readonly RuledUse[],
): { title: string }[] {
  const counts = (...rules: (string | null)[]) => rules.some((rule) => rule !== null && parseRule(rule).anchor === key);
  return [
    ...milestones.filter((other) => other.id !== id && counts(other.rule)).map(({ name }) => ({ title: name })),
    ...rows.filter((row) => row.itemId !== workItemId && counts(row.startRule, row.dueRule)),
  ];
}
