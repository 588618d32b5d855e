import Input from 'antd/es/input';
import Modal from 'antd/es/modal';
import { useState } from 'react';
import { api } from '../../api/client';
import { fieldErrors } from '../../api/problem';
import type { Deliverable } from '../../api/types';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';

export function SubmitModal({ deliverable, onClose }: { deliverable: Deliverable; onClose: () => void }) {
  const { t, locale, pick } = useI18n();
  const [note, setNote] = useState('');
  const [link, setLink] = useState('');
  const submit = api.useMutation('post', '/api/deliverables/{id}/submit', {
    meta: { quiet: true },
    onSuccess: onClose,
  });
  const errors = fieldErrors(submit.error, locale);
  const verb = deliverable.accepter ? t('deliverable.submit') : t('deliverable.deliver');
  const body = { note: note.trim() || undefined, link: link.trim() || undefined };
  return (
    <Modal
      open
      title={`${verb}${t('common.colon')}${pick(deliverable.title, deliverable.titleEn)}`}
      okText={verb}
      cancelText={t('common.cancel')}
      confirmLoading={submit.isPending}
      onOk={() => submit.mutate({ params: { path: { id: deliverable.id } }, body })}
      onCancel={onClose}
    >
      <FormError error={submit.error} known={['/note', '/link']} />
      {deliverable.evidence !== 'no' && (
        <p className="muted">{t(`deliverable.evidenceHint.${deliverable.evidence}`)}</p>
      )}
      <Field label={t('deliverable.link')} optional={deliverable.evidence !== 'required'} error={errors['/link']}>
        {(control) => (
          <Input
            {...control}
            type="url"
            placeholder="https://"
            value={link}
            onChange={(event) => setLink(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('deliverable.note')} optional={deliverable.evidence !== 'required'} error={errors['/note']}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
    </Modal>
  );
}
