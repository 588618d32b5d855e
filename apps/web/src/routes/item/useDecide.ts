import { api } from '../../api/client';
import type { Check, WorkItem } from '../../api/types';
import { tap } from '../../offline/outbox';

/** Ticks at once and takes back at once: what can't be sent now waits on this device. */
export function useDecide(check: Check, item: WorkItem) {
  const notApplicable = api.useMutation('post', '/api/checks/{id}/not-applicable', { meta: { quiet: true } });
  const { id, state, version } = check;
  return {
    toggle: (on: boolean) =>
      tap({
        projectId: item.projectId,
        itemId: item.id,
        title: { zh: check.text, en: null },
        change: { kind: 'check', id, to: on ? 'ticked' : 'open', seen: [state], version },
      }),
    notApplicable: (reason: string) => notApplicable.mutateAsync({ params: { path: { id } }, body: { reason } }),
  };
}
