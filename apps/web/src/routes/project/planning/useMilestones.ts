import { api } from '../../../api/client';
import type { Milestone, Project } from '../../../api/types';

export const useMilestones = (projectId: string) =>
  api.useQuery('get', '/api/projects/{id}/milestones', { params: { path: { id: projectId } } });

/** Everything that rules can count from, for words and hints. */
export function countable(project: Project, milestones: readonly Milestone[] = []) {
  return [...project.anchors, ...milestones].map(({ key, name, nameEn, day }) => ({ key, name, nameEn, day }));
}
