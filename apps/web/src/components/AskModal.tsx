import { useState, type ReactNode } from 'react';
import { Modal, TextArea } from './late';
import { useI18n } from '../i18n';
import { Field } from './Field';
import { FormError } from './FormError';

interface Props {
  open: boolean;
  title: string;
  /** The question, as the label of the text field. */
  label: string;
  intro?: ReactNode;
  confirm: string;
  danger?: boolean;
  /** What stands in the field at first. */
  initial?: string;
  /** Rejects when the server refuses; the dialog then stays and says why. */
  onConfirm: (text: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for one text — a reason, mostly — before something happens. */
export function AskModal({ open, title, label, intro, confirm, danger, initial = '', onConfirm, onClose }: Props) {
  const { t } = useI18n();
  const [text, setText] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const leave = () => {
    setText(initial);
    setFailure(null);
    onClose();
  };
  const submit = () => {
    setBusy(true);
    onConfirm(text.trim())
      .then(leave, setFailure)
      .finally(() => setBusy(false));
  };
  return (
    <Modal
      open={open}
      title={title}
      onCancel={leave}
      onOk={submit}
      okText={confirm}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: text.trim() === '', danger }}
      confirmLoading={busy}
      destroyOnHidden
    >
      {intro}
      <FormError error={failure} />
      <Field label={label}>
        {(control) => (
          <TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </Modal>
  );
}
