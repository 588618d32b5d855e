import { api } from '../../api/client';

/** Nobody presses anything in a hall that runs to time: it is fetched again by itself where no news come. */
const AGAIN_MS = 60_000;

export const useRunSheet = (projectId: string) =>
  api.useQuery(
    'get',
    '/api/projects/{id}/run-sheet',
    { params: { path: { id: projectId } } },
    { refetchInterval: AGAIN_MS, refetchOnWindowFocus: true },
  );
