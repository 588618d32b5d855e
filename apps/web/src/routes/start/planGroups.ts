import { STAGES, type Preview, type PreviewItem } from '../../api/types';

export const GROUPINGS = ['stage', 'team'] as const;
export type By = (typeof GROUPINGS)[number];

export interface PlanGroup {
  /** Key of a stage or sub-team. */
  key: string;
  items: PreviewItem[];
}

/** A plan's work by stage or sub-team, each by the days on which it begins; without empty groups. */
export function planGroups({ items, teams }: Pick<Preview, 'items' | 'teams'>, by: By): PlanGroup[] {
  const keys: readonly string[] = by === 'stage' ? STAGES : teams.map(({ key }) => key);
  const sorted = [...items].sort((a, b) => a.startDay.localeCompare(b.startDay) || a.dueDay.localeCompare(b.dueDay));
  return keys
    .map((key) => ({ key, items: sorted.filter((item) => item[by] === key) }))
    .filter((group) => group.items.length > 0);
}
