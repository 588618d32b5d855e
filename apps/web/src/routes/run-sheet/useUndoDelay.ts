import { api } from '../../api/client';
import { notify } from '../../app/notify';
import { useI18n } from '../../i18n';

/** Takes a delay back, and says what could not be. */
export function useUndoDelay() {
  const { t } = useI18n();
  const undo = api.useMutation('post', '/api/run-sheet-delays/{id}/undo', {
    onSuccess: ({ left }) =>
      notify.success(
        left.length === 0
          ? t('runSheet.delay.undone')
          : t('runSheet.delay.undoneBut', { titles: left.join(t('common.comma')) }),
      ),
  });
  return (id: string) => undo.mutate({ params: { path: { id } } });
}
