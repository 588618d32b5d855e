import { notify } from '../../app/notify';
import { queryClient } from '../../app/queryClient';
import { question } from '../../app/question';
import { useI18n } from '../../i18n';
import { draftQuery, putDraft } from './useDraft';

/** Throws the unfinished start away, after asking. */
export function DiscardDraft({ onDiscarded }: { onDiscarded: () => void }) {
  const { t } = useI18n();
  const discard = async () => {
    const agreed = await question.ask({
      title: t('start.discardAsk'),
      content: t('start.discardText'),
      okText: t('start.discard'),
      danger: true,
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
