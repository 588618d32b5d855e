import Button from 'antd/es/button';
import { useState } from 'react';
import { Modal, TextArea } from '../../components/late';
import { api } from '../../api/client';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';

/** Says that one knows of the standstill; nobody further up is told meanwhile. */
export function Acknowledge({ itemId }: { itemId: string }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const acknowledge = api.useMutation('post', '/api/work-items/{id}/acknowledge', {
    meta: { quiet: true },
    onSuccess: () => setOpen(false),
  });
  const said = note.trim();
  return (
    <>
      <Button className="acknowledge" onClick={() => setOpen(true)}>
        {t('reminded.acknowledge')}
      </Button>
      <Modal
        open={open}
        title={t('reminded.acknowledgeTitle')}
        okText={t('reminded.acknowledge')}
        cancelText={t('common.cancel')}
        confirmLoading={acknowledge.isPending}
        onOk={() => acknowledge.mutate({ params: { path: { id: itemId } }, body: said ? { note: said } : {} })}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p className="field-hint">{t('reminded.acknowledgeHint')}</p>
        <FormError error={acknowledge.error} />
        <Field label={t('reminded.note')} optional>
          {(control) => (
            <TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 8 }}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </Modal>
    </>
  );
}
