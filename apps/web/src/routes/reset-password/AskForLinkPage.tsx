import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { Link } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client';
import { fieldErrors } from '../../api/problem';
import { DoorPage } from '../../components/DoorPage';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';

/** For somebody who has forgotten their password. Says the same whether the address has an account or not. */
export function AskForLinkPage() {
  const { t, locale } = useI18n();
  const [email, setEmail] = useState('');
  const ask = api.useMutation('post', '/api/password-reset', { meta: { quiet: true, ownRefresh: true } });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    ask.mutate({ body: { email } });
  };
  if (ask.isSuccess) {
    return (
      <DoorPage title={t('reset.sentTitle')} lead={t('reset.sentText', { email: email.trim() })}>
        <p className="field-hint">{t('reset.sentHint')}</p>
        <div className="door-links">
          <Button type="link" onClick={() => ask.reset()}>
            {t('reset.again')}
          </Button>
          <Link to="/sign-in">{t('reset.toSignIn')}</Link>
        </div>
      </DoorPage>
    );
  }
  return (
    <DoorPage title={t('reset.askTitle')} lead={t('reset.askLead')}>
      <form onSubmit={submit} className="form">
        <FormError error={ask.error} known={['/email']} />
        <Field label={t('person.email')} error={fieldErrors(ask.error, locale)['/email']}>
          {(control) => (
            <Input
              {...control}
              type="email"
              autoComplete="username"
              autoFocus
              required
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <Button type="primary" htmlType="submit" block loading={ask.isPending}>
          {t('reset.askSubmit')}
        </Button>
      </form>
      <div className="door-links">
        <Link to="/sign-in">{t('reset.toSignIn')}</Link>
      </div>
    </DoorPage>
  );
}
