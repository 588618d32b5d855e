import { api } from '../../api/client';
import type { PersonRef, Project } from '../../api/types';

export const useProject = (id: string) => api.useQuery('get', '/api/projects/{id}', { params: { path: { id } } });

/** Those to whom work can be given: everybody in the project but the viewers. */
export function crewOf(project: Project): PersonRef[] {
  return project.members.filter(({ role }) => role !== 'viewer').map(({ person }) => person);
}
