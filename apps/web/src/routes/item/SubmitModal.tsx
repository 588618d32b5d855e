import Modal from 'antd/es/modal';
import { useState } from 'react';
import { fieldErrors } from '../../api/problem';
import type { Deliverable, WorkItem } from '../../api/types';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';
import { EvidenceFields, evidenceOf, NO_EVIDENCE } from './EvidenceFields';
import { useHandIn } from './useHandIn';

interface Props {
  deliverable: Deliverable;
  item: WorkItem;
  onClose: () => void;
}

export function SubmitModal({ deliverable, item, onClose }: Props) {
  const { t, locale, pick } = useI18n();
  const [given, setGiven] = useState(NO_EVIDENCE);
  const submit = useHandIn(deliverable, item, { quiet: true, onSuccess: onClose });
  const errors = fieldErrors(submit.error, locale);
  const verb = deliverable.accepter ? t('deliverable.submit') : t('deliverable.deliver');
  return (
    <Modal
      open
      title={`${verb}${t('common.colon')}${pick(deliverable.title, deliverable.titleEn)}`}
      okText={verb}
      cancelText={t('common.cancel')}
      confirmLoading={submit.isPending}
      onOk={() => submit.mutate(evidenceOf(given))}
      onCancel={onClose}
    >
      <FormError error={submit.error} known={['/note', '/link']} />
      {deliverable.evidence !== 'no' && (
        <p className="muted">{t(`deliverable.evidenceHint.${deliverable.evidence}`)}</p>
      )}
      <EvidenceFields given={given} set={setGiven} errors={errors} optional={deliverable.evidence !== 'required'} />
    </Modal>
  );
}
