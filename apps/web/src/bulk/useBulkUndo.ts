import { api } from '../api/client';
import { notify } from '../app/notify';
import { useI18n } from '../i18n';
import { useKeys } from '../keys';
import { lastBulk } from './lastBulk';
import { useLeftRows } from './useLeftRows';

/** Takes a change of many work items back, and says what came of it. */
export function useBulkUndo(projectId: string) {
  const { t } = useI18n();
  const tellLeft = useLeftRows();
  const { mutate, isPending } = api.useMutation('post', '/api/projects/{id}/bulk-changes/{bulkId}/undo', {
    onSuccess: ({ restored, left }, { params }) => {
      lastBulk.forget(params.path.bulkId);
      notify.success(t('bulk.undone', { count: restored }));
      tellLeft(left);
    },
  });
  return {
    undo: (batchId: string) => mutate({ params: { path: { id: projectId, bulkId: batchId } } }),
    busy: isPending,
  };
}

/** Ctrl+Z on a page where many work items of a project are changed. */
export function useBulkUndoKey(projectId: string, title: string): void {
  const { t } = useI18n();
  const { undo } = useBulkUndo(projectId);
  const run = () => {
    const last = lastBulk.of(projectId);
    if (last) undo(last.batchId);
  };
  useKeys(title, [{ key: 'mod+z', label: t('bulk.undoKey'), run }]);
}
