import { api } from '../api/client';
import type { BulkChange, BulkSelection } from '../api/types';
import { notify } from '../app/notify';
import { useI18n } from '../i18n';
import { lastBulk } from './lastBulk';
import { useBulkUndo } from './useBulkUndo';
import { useLeftRows } from './useLeftRows';

/** How long (s) the notification offers to take it back. */
const OFFERED_S = 10;

/**
 * Changes many work items of a project at once: says how many it were, names those that stay and why, and offers to take it
 * back. The caller shows `error`.
 */
export function useBulkChange(projectId: string, onDone: () => void) {
  const { t } = useI18n();
  const { undo } = useBulkUndo(projectId);
  const tellLeft = useLeftRows();
  const change = api.useMutation('post', '/api/projects/{id}/assignments', {
    meta: { quiet: true },
    onSuccess: ({ batchId, changed, left }) => {
      const done = t('bulk.done', { count: changed });
      if (changed > 0) {
        lastBulk.set({ projectId, batchId });
        notify.offer(done, { label: t('common.undo'), run: () => undo(batchId) }, OFFERED_S);
      } else notify.success(done);
      tellLeft(left);
      onDone();
    },
  });
  return {
    change: (select: BulkSelection, set: BulkChange) =>
      change.mutate({ params: { path: { id: projectId } }, body: { select, set } }),
    busy: change.isPending,
    error: change.error,
  };
}
