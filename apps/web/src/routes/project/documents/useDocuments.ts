import { api } from '../../../api/client';
import { notify } from '../../../app/notify';
import { isUnderWay } from './documents.rules';

const SOON_MS = 1000;

const of = (projectId: string) => ({ params: { path: { id: projectId } } });

/** The documents of a project; asked again every second while one is being made. */
export function useDocuments(projectId: string) {
  return api.useQuery('get', '/api/projects/{id}/documents', of(projectId), {
    refetchInterval: ({ state }) => (state.data?.made.some(isUnderWay) ? SOON_MS : false),
  });
}

/** What can be done with documents; the list is read again afterwards. */
export function useDocumentActions(projectId: string) {
  const list = useDocuments(projectId);
  const again = { onSuccess: () => void list.refetch(), onError: notify.failure };
  const ask = api.useMutation('post', '/api/projects/{id}/documents', again);
  const cancel = api.useMutation('post', '/api/documents/{id}/cancel', again);
  const remove = api.useMutation('delete', '/api/documents/{id}', again);
  return { list, ask, cancel, remove };
}
