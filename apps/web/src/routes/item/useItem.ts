import { api } from '../../api/client';
import type { WorkItem } from '../../api/types';
import { queryClient } from '../../app/queryClient';

const optionsFor = (id: string) => api.queryOptions('get', '/api/work-items/{id}', { params: { path: { id } } });

export const useItem = (id: string) => api.useQuery('get', '/api/work-items/{id}', { params: { path: { id } } });

export const itemKey = (id: string) => optionsFor(id).queryKey;

/** Changes the item in the cache; for what is shown before the server has answered. */
export function changeItem(id: string, change: (item: WorkItem) => WorkItem) {
  queryClient.setQueryData<WorkItem>(itemKey(id), (item) => item && change(item));
}

/**
 * Edits fields of the item. The version goes along, so that two people who edit at once don't undo each other;
 * whoever comes second sees the new state and the reason.
 */
export function useEditItem(item: WorkItem) {
  const patch = api.useMutation('patch', '/api/work-items/{id}', {
    meta: { quiet: true },
    onError: () => void queryClient.invalidateQueries({ queryKey: itemKey(item.id) }),
  });
  type Body = Parameters<typeof patch.mutate>[0]['body'];
  const edit = (body: Body) =>
    patch.mutateAsync({ params: { path: { id: item.id } }, headers: { 'If-Match': `"${item.version}"` }, body });
  return { edit, busy: patch.isPending };
}
