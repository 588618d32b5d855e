import Button from 'antd/es/button';
import Modal from 'antd/es/modal';
import { useState } from 'react';
import { api } from '../../api/client';
import type { PersonSummary } from '../../api/types';
import { CopyLink } from '../../components/CopyLink';
import { FormError } from '../../components/FormError';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';

interface Props {
  person: PersonSummary;
  disabled: boolean;
}

/** A link for somebody whom no mail reaches to set a new password. */
export function ResetLink({ person, disabled }: Props) {
  const { t } = useI18n();
  const { id, name } = person;
  const [open, setOpen] = useState(false);
  const make = api.useMutation('post', '/api/people/{id}/password-reset', {
    meta: { quiet: true, ownRefresh: true },
  });
  const close = () => {
    setOpen(false);
    make.reset();
  };
  return (
    <>
      <Button
        type="text"
        disabled={disabled}
        aria-label={t('people.resetLinkOf', { name })}
        onClick={() => setOpen(true)}
      >
        {t('people.resetLink')}
      </Button>
      <Modal
        open={open}
        title={t('people.resetLinkOf', { name })}
        okText={make.data ? t('common.close') : t('people.makeResetLink')}
        cancelText={t('common.cancel')}
        cancelButtonProps={make.data ? { style: { display: 'none' } } : undefined}
        confirmLoading={make.isPending}
        onOk={make.data ? close : () => make.mutate({ params: { path: { id } } })}
        onCancel={close}
      >
        <FormError error={make.error} />
        {make.data ? (
          <>
            <p>{t('people.resetReady', { name, until: formatInstant(make.data.expiresAt) })}</p>
            <CopyLink link={make.data.link} label={t('people.resetLink')} />
          </>
        ) : (
          <p>{t('people.resetAsk', { name })}</p>
        )}
      </Modal>
    </>
  );
}
