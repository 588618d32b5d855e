import Alert from 'antd/es/alert';
import { Modal } from '../../components/late';
import { api } from '../../api/client';
import type { Check, Deliverable } from '../../api/types';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';

interface Props {
  deliverable: Deliverable;
  openChecks: readonly Check[];
  onClose: () => void;
}

/** The accepter sees which checks are still open; they warn, and the decision stays with the accepter. */
export function AcceptModal({ deliverable, openChecks, onClose }: Props) {
  const { t, pick } = useI18n();
  const accept = api.useMutation('post', '/api/deliverables/{id}/accept', {
    meta: { quiet: true },
    onSuccess: onClose,
  });
  const count = openChecks.length;
  return (
    <Modal
      open
      title={`${t('deliverable.accept')}${t('common.colon')}${pick(deliverable.title, deliverable.titleEn)}`}
      okText={count > 0 ? t('deliverable.acceptAnyway') : t('deliverable.accept')}
      cancelText={t('common.cancel')}
      confirmLoading={accept.isPending}
      onOk={() => accept.mutate({ params: { path: { id: deliverable.id } } })}
      onCancel={onClose}
    >
      <FormError error={accept.error} />
      {count === 0 && <p>{t('deliverable.acceptText')}</p>}
      {count > 0 && (
        <Alert
          type="warning"
          title={t('deliverable.openChecks', { count })}
          description={
            <ul className="open-checks">
              {openChecks.map((check) => (
                <li key={check.id}>
                  {check.code && <span className="code">{check.code}</span>}
                  {check.text}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </Modal>
  );
}
