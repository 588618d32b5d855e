import { api } from '../../api/client';
import type { PersonRef, Project } from '../../api/types';
import { queryClient } from '../../app/queryClient';

export const useProject = (id: string) => api.useQuery('get', '/api/projects/{id}', { params: { path: { id } } });

/** Shows a project as a change has left it, before anything is fetched again. */
export function showProject(project: Project) {
  const { queryKey } = api.queryOptions('get', '/api/projects/{id}', { params: { path: { id: project.id } } });
  queryClient.setQueryData(queryKey, project);
}

/** Those to whom work can be given: everybody in the project but the viewers. */
export function crewOf(project: Project): PersonRef[] {
  return project.members.filter(({ role }) => role !== 'viewer').map(({ person }) => person);
}
