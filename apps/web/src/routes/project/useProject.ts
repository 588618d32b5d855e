import { api } from '../../api/client';
import type { PersonRef, Project } from '../../api/types';
import { queryClient } from '../../app/queryClient';

export const useProject = (id: string) => api.useQuery('get', '/api/projects/{id}', { params: { path: { id } } });

/** Shows a project as a change has left it, before anything is fetched again. */
export function showProject(project: Project) {
  const { queryKey } = api.queryOptions('get', '/api/projects/{id}', { params: { path: { id: project.id } } });
  queryClient.setQueryData(queryKey, project);
}

/** Who works in the project: every member but the viewers. */
export const crewOf = (project: Project): PersonRef[] =>
  project.members.filter(({ role }) => role !== 'viewer').map(({ person }) => person);

/** Those to whom work of a sub-team can be given: the crew, and who has come to the sub-team by a code. */
export function handsOf(project: Project, teamId: string | null | undefined): PersonRef[] {
  const temporary = project.teams.find(({ id }) => id === teamId)?.temporary ?? [];
  return [...crewOf(project), ...temporary];
}
