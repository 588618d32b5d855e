import type { CellItem, StandardAsks } from '../../../api/types';

interface Entry {
  code: string;
  text: string;
  /** How many of the work items ask for it. */
  count: number;
}

export interface AskedOf {
  slug: string;
  name: string;
  edition: string;
  code: string | null;
  knowledge: Entry[];
  skills: Entry[];
}

/** What the standards ask of these work items alone, what most of them ask for first. */
export function askedOf(asks: readonly StandardAsks[], ids: ReadonlySet<string>): AskedOf[] {
  const within = (entries: StandardAsks['knowledge']) =>
    entries
      .map(({ code, text, workItemIds }) => ({ code, text, count: workItemIds.filter((id) => ids.has(id)).length }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count);
  return asks
    .map(({ knowledge, skills, ...standard }) => ({
      ...standard,
      knowledge: within(knowledge),
      skills: within(skills),
    }))
    .filter(({ knowledge, skills }) => knowledge.length + skills.length > 0);
}

/** The levels that these work items ask for with how many ask for each, the highest first. */
export function levelsOf(items: readonly Pick<CellItem, 'level'>[]): { level: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const { level } of items) if (level !== null) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].map(([level, count]) => ({ level, count })).sort((one, other) => other.level - one.level);
}
