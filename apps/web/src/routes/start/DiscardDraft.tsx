import AntApp from 'antd/es/app';
import { notify } from '../../app/notify';
import { queryClient } from '../../app/queryClient';
import { useI18n } from '../../i18n';
import { draftQuery, putDraft } from './useDraft';

/** Throws the unfinished start away, after asking. */
export function DiscardDraft({ onDiscarded }: { onDiscarded: () => void }) {
  const { t } = useI18n();
  const { modal } = AntApp.useApp();
  const discard = async () => {
    const agreed = await modal.confirm({
      title: t('start.discardAsk'),
      content: t('start.discardText'),
      okText: t('start.discard'),
      okButtonProps: { danger: true },
      cancelText: t('common.cancel'),
    });
    if (!agreed) return;
    try {
      // Whatever is there now is what shall go, also what another device has just saved.
      const { version } = await queryClient.fetchQuery({ ...draftQuery, staleTime: 0 });
      await putDraft(null, version);
      onDiscarded();
    } catch (error) {
      notify.failure(error);
    }
  };
  return (
    <button type="button" className="link-button" onClick={() => void discard()}>
      {t('start.discard')}
    </button>
  );
}
