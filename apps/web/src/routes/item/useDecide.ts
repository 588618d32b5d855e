import { api } from '../../api/client';
import type { Check, WorkItem } from '../../api/types';
import { queryClient } from '../../app/queryClient';
import { changeItem, itemKey } from './useItem';

const withState = (item: WorkItem, id: string, state: Check['state']): WorkItem => ({
  ...item,
  checkList: item.checkList.map((check) => (check.id === id ? { ...check, state, reason: null } : check)),
});

/** How many ticks are still under way: only the last one fetches, else an early answer would undo a later tick. */
const underWay = () => queryClient.isMutating({ predicate: ({ meta }) => meta?.tick === true });

/** Shows the tick at once and takes it back when the server refuses. */
function useTick(path: '/api/checks/{id}/tick' | '/api/checks/{id}/untick', check: Check, state: Check['state']) {
  return api.useMutation('post', path, {
    meta: { ownRefresh: true, tick: true },
    onMutate: async () => {
      await queryClient.cancelQueries({ queryKey: itemKey(check.workItemId) });
      changeItem(check.workItemId, (item) => withState(item, check.id, state));
      return { before: check.state };
    },
    onError: (_error, _variables, result) => {
      if (result) changeItem(check.workItemId, (item) => withState(item, check.id, result.before));
    },
    onSettled: () => {
      if (underWay() === 1) void queryClient.invalidateQueries();
    },
  });
}

export function useDecide(check: Check) {
  const tick = useTick('/api/checks/{id}/tick', check, 'ticked');
  const untick = useTick('/api/checks/{id}/untick', check, 'open');
  const notApplicable = api.useMutation('post', '/api/checks/{id}/not-applicable', { meta: { quiet: true } });
  const params = { path: { id: check.id } };
  return {
    toggle: (on: boolean) => (on ? tick : untick).mutate({ params }),
    notApplicable: (reason: string) => notApplicable.mutateAsync({ params, body: { reason } }),
  };
}
