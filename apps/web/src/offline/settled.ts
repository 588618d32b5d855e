import { api } from '../api/client';
import type { Check, Deliverable, WorkItem } from '../api/types';
import { queryClient } from '../app/queryClient';
import type { Entry } from './outbox.rules';

const keyOf = (id: string) => api.queryOptions('get', '/api/work-items/{id}', { params: { path: { id } } }).queryKey;

/** Puts what the server answered into its work item, so that nothing flickers between the wait and the next fetch. */
export async function showAnswer({ itemId, change }: Entry, body: unknown): Promise<void> {
  const queryKey = keyOf(itemId);
  if (!queryClient.getQueryData(queryKey) || !body) return;
  await queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData<WorkItem>(queryKey, (item) => {
    if (!item) return item;
    if (change.kind === 'status') return body as WorkItem;
    if (change.kind === 'check') return { ...item, checkList: swapped(item.checkList, body as Check) };
    return { ...item, deliverableList: swapped(item.deliverableList, body as Deliverable) };
  });
}

const swapped = <Thing extends { id: string }>(things: Thing[], thing: Thing) =>
  things.map((one) => (one.id === thing.id ? thing : one));
