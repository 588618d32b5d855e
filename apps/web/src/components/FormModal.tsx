import type { ReactNode } from 'react';
import { Modal } from './late';
import { useI18n } from '../i18n';
import { FormError } from './FormError';

interface Props {
  open: boolean;
  title: string;
  confirm: string;
  /** False while something is missing without which the server would refuse. */
  ready?: boolean;
  busy: boolean;
  error: unknown;
  /** Pointers that have a field of their own in the form. */
  known?: readonly string[];
  /** See `FormError`. */
  present?: Parameters<typeof FormError>[0]['present'];
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a dialog, with what the server refused above it. */
export function FormModal(props: Props) {
  const { open, title, confirm, ready = true, busy, error, known, present, onSubmit, onClose, children } = props;
  const { t } = useI18n();
  return (
    <Modal
      open={open}
      title={title}
      okText={confirm}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={busy}
      onOk={onSubmit}
      onCancel={onClose}
      destroyOnHidden
    >
      <FormError error={error} known={known} present={present} />
      {children}
    </Modal>
  );
}
