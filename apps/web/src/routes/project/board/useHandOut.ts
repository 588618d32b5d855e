import { api } from '../../../api/client';
import type { BulkChange, BulkSelection } from '../../../api/types';
import { notify } from '../../../app/notify';
import { useI18n } from '../../../i18n';

/** Hands out work of the board, and says in one place how much that was. */
export function useHandOut(projectId: string, onDone: () => void) {
  const { t } = useI18n();
  const assign = api.useMutation('post', '/api/projects/{id}/assignments', {
    meta: { quiet: true },
    onSuccess: ({ changed }) => {
      notify.success(changed > 0 ? t('board.handedOut', { count: changed }) : t('board.unchanged'));
      onDone();
    },
  });
  return {
    busy: assign.isPending,
    error: assign.error,
    handOut: (select: BulkSelection, set: BulkChange) =>
      assign.mutate({ params: { path: { id: projectId } }, body: { select, set } }),
  };
}
