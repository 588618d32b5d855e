import Input from 'antd/es/input';
import Modal from 'antd/es/modal';
import { useState } from 'react';
import type { AcceptanceCard } from '../../api/types';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';

interface Props {
  card: AcceptanceCard;
  reasons: readonly string[];
  onReturn: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** Why it goes back; what was said lately is offered, since the next is often returned for the same. */
export function ReturnModal({ card, reasons, onReturn, onClose }: Props) {
  const { t, pick } = useI18n();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const ready = text.trim() !== '' && !busy;
  const submit = () => {
    if (!ready) return;
    setBusy(true);
    onReturn(text.trim())
      .then(onClose, setFailure)
      .finally(() => setBusy(false));
  };
  return (
    <Modal
      open
      title={t('acceptance.returnTitle', { title: pick(card.deliverable.title, card.deliverable.titleEn) })}
      okText={t('deliverable.return')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={busy}
      onOk={submit}
      onCancel={onClose}
    >
      <FormError error={failure} />
      <Field label={t('deliverable.returnWhy')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 3, maxRows: 8 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
            }}
          />
        )}
      </Field>
      {reasons.length > 0 && (
        <section className="recent-reasons">
          <h3>{t('acceptance.recent')}</h3>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>
                <button type="button" onClick={() => setText(reason)}>
                  {reason}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Modal>
  );
}
