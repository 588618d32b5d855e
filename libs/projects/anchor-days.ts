import type { Day } from '@convener/kernel';
import { readAll } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { Milestone } from './milestone.entity';
import type { Project } from './project.entity';

/** The day of everything in a project that rules can count from, by key: the anchors of its template and its milestones. */
export async function anchorDaysOf(
  em: EntityManager,
  { id, anchors }: Pick<Project, 'id' | 'anchors'>,
): Promise<Map<string, Day>> {
  return withMilestones(anchors, await readAll(em, Milestone, 'WHERE t.project_id = ?', [id]));
}

export function withMilestones(
  anchors: readonly { key: string; day: Day }[],
  milestones: readonly { key: string; day: Day }[],
): Map<string, Day> {
  return new Map([...anchors, ...milestones].map(({ key, day }) => [key, day]));
}
