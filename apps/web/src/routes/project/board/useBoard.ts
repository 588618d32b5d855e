import { api } from '../../../api/client';
import type { Stage } from '../../../api/types';

export const useBoard = (projectId: string) =>
  api.useQuery('get', '/api/projects/{id}/board', { params: { path: { id: projectId } } });

/** The open work of a sub-team (null: of none) in a stage. */
export const useCell = (projectId: string, team: string | null, stage: Stage) =>
  api.useQuery('get', '/api/projects/{id}/board/cell', {
    params: { path: { id: projectId }, query: { team: team ?? undefined, stage } },
  });
