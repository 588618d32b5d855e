import { useBlocker } from '@tanstack/react-router';
import { useI18n } from '../i18n';
import { Modal } from './late';

/** Asks before what was typed on this page and not saved would be lost. Its texts are late ones: see lateTexts. */
export function Leaving({ unsaved }: { unsaved: boolean }) {
  const { t } = useI18n();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved && current.pathname !== next.pathname,
    enableBeforeUnload: unsaved,
    withResolver: true,
  });
  return (
    <Modal
      open={status === 'blocked'}
      title={t('leaving.title')}
      okText={t('leaving.leave')}
      cancelText={t('leaving.stay')}
      onOk={() => proceed?.()}
      onCancel={() => reset?.()}
    >
      {t('leaving.text')}
    </Modal>
  );
}
