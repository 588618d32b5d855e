import { api } from '../../../api/client';
import type { OpenThing } from '../../../api/types';

const WAIVERS = '/api/projects/{id}/closing/waivers';

/** How far a project is from being closed, and what can be done about it. */
export function useClosing(projectId: string) {
  const params = { path: { id: projectId } };
  const query = api.useQuery('get', '/api/projects/{id}/closing', { params });
  const waive = api.useMutation('post', WAIVERS, { meta: { quiet: true } });
  const takeBack = api.useMutation('post', `${WAIVERS}/{waiverId}/take-back`, { meta: { quiet: true } });
  const close = api.useMutation('post', '/api/projects/{id}/close', { meta: { quiet: true } });
  return {
    query,
    waive: (things: readonly OpenThing[], reason: string) =>
      waive.mutateAsync({ params, body: { things: things.map(({ kind, id }) => ({ kind, id })), reason } }),
    takeBack: (waiverId: string, reason: string) =>
      takeBack.mutateAsync({ params: { path: { id: projectId, waiverId } }, body: { reason } }),
    close: (note: string) => close.mutateAsync({ params, body: note ? { note } : {} }),
  };
}
