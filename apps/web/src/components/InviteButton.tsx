import Button from 'antd/es/button';
import { useState, type ReactNode } from 'react';
import { Input, Modal } from './late';
import { api } from '../api/client';
import { fieldErrors } from '../api/problem';
import type { paths } from '../api/schema';
import { formatInstant } from '../format/dates';
import { useI18n } from '../i18n';
import { CopyLink } from './CopyLink';
import { Field } from './Field';
import { FormError } from './FormError';

type Part = Omit<paths['/api/invitations']['post']['requestBody']['content']['application/json'], 'name' | 'email'>;

interface Props {
  /** What the invited person becomes. */
  part: Part;
  type?: 'primary';
  children: ReactNode;
}

/** Makes an invitation link; whoever opens it chooses their own password. */
export function InviteButton({ part, type, children }: Props) {
  const { t, locale } = useI18n();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const invite = api.useMutation('post', '/api/invitations', { meta: { quiet: true, ownRefresh: true } });
  const errors = fieldErrors(invite.error, locale);
  const close = () => {
    setOpen(false);
    setName('');
    setEmail('');
    invite.reset();
  };
  const submit = () =>
    invite.mutate({ body: { ...part, name: name.trim() || undefined, email: email.trim() || undefined } });
  return (
    <>
      <Button type={type} onClick={() => setOpen(true)}>
        {t('people.invite')}
      </Button>
      <Modal
        open={open}
        title={t('people.invite')}
        okText={invite.data ? t('common.close') : t('people.makeLink')}
        cancelText={t('common.cancel')}
        cancelButtonProps={invite.data ? { style: { display: 'none' } } : undefined}
        confirmLoading={invite.isPending}
        onOk={invite.data ? close : submit}
        onCancel={close}
      >
        {invite.data ? (
          <>
            <p>{t('people.linkReady', { until: formatInstant(invite.data.expiresAt) })}</p>
            <CopyLink link={invite.data.link} label={t('people.link')} />
          </>
        ) : (
          <>
            <FormError error={invite.error} known={['/name', '/email']} />
            <Field label={t('person.name')} optional error={errors['/name']}>
              {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
            </Field>
            <Field label={t('person.email')} optional error={errors['/email']} hint={t('people.emailHint')}>
              {(control) => (
                <Input {...control} type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
              )}
            </Field>
            {children}
          </>
        )}
      </Modal>
    </>
  );
}
