import { api } from '../../api/client';
import { ifMatch } from '../../api/edit';
import type { WorkItem, WorkItemStatus } from '../../api/types';
import { queryClient } from '../../app/queryClient';
import { deliver, tap } from '../../offline/outbox';
import type { StatusBody } from '../../offline/outbox.rules';

const optionsFor = (id: string) => api.queryOptions('get', '/api/work-items/{id}', { params: { path: { id } } });

export const useItem = (id: string) => api.useQuery('get', '/api/work-items/{id}', { params: { path: { id } } });

/** Changes its status, at once and also offline; a form may wait for the answer. */
export function statusOf(item: WorkItem) {
  const asked = (body: StatusBody) => ({
    projectId: item.projectId,
    itemId: item.id,
    title: { zh: item.title, en: item.titleEn },
    change: { kind: 'status' as const, id: item.id, body, seen: [item.status], version: item.version },
  });
  return {
    tap: (status: WorkItemStatus) => void tap(asked({ status })),
    save: (body: StatusBody) => deliver(asked(body)),
  };
}

export const itemKey = (id: string) => optionsFor(id).queryKey;

/** Changes the item in the cache; for what is shown before the server has answered. */
export function changeItem(id: string, change: (item: WorkItem) => WorkItem) {
  queryClient.setQueryData<WorkItem>(itemKey(id), (item) => item && change(item));
}

/**
 * Edits fields of the item. The version goes along, so that two people who edit at once don't undo each other;
 * whoever comes second sees the new state and the reason. `quiet`: the caller shows that reason itself.
 */
export function useEditItem(item: WorkItem, { quiet }: { quiet: boolean }) {
  const patch = api.useMutation('patch', '/api/work-items/{id}', {
    meta: { quiet },
    // At once, so that a second edit of the same reader knows the version that the first one made.
    onSuccess: (after) => changeItem(item.id, () => after),
  });
  type Body = Parameters<typeof patch.mutate>[0]['body'];
  const asked = (body: Body, seen: WorkItem) => ({
    params: { path: { id: item.id }, header: ifMatch(seen) },
    body,
  });
  return {
    edit: (body: Body, seen = item) => patch.mutateAsync(asked(body, seen)),
    /** For a tap that waits for nothing. */
    tap: (body: Body) => patch.mutate(asked(body, item)),
    busy: patch.isPending,
    sent: patch.variables?.body,
  };
}
