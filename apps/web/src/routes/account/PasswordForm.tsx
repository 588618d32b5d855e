import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client';
import { fieldErrors } from '../../api/problem';
import { notify } from '../../app/notify';
import { queryClient } from '../../app/queryClient';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';

const EMPTY = { current: '', next: '' };

export function PasswordForm() {
  const { t, locale } = useI18n();
  const [fields, setFields] = useState(EMPTY);
  const change = api.useMutation('post', '/api/me/password', {
    // Refreshes: the account has a new version then, by which its next edit is known.
    meta: { quiet: true },
    onSuccess: () => {
      setFields(EMPTY);
      void queryClient.invalidateQueries({ queryKey: ['get', '/api/me/sessions'] });
      notify.success(t('account.passwordChanged'));
    },
  });
  const errors = fieldErrors(change.error, locale);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    change.mutate({ body: fields });
  };
  return (
    <form onSubmit={submit}>
      <FormError error={change.error} known={['/current', '/next']} />
      <Field label={t('account.currentPassword')} error={errors['/current']}>
        {(control) => (
          <Input.Password
            {...control}
            required
            autoComplete="current-password"
            value={fields.current}
            onChange={(event) => setFields({ ...fields, current: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('account.newPassword')} hint={t('person.passwordHint')} error={errors['/next']}>
        {(control) => (
          <Input.Password
            {...control}
            required
            autoComplete="new-password"
            value={fields.next}
            onChange={(event) => setFields({ ...fields, next: event.target.value })}
          />
        )}
      </Field>
      <Button htmlType="submit" type="primary" disabled={!fields.current || !fields.next} loading={change.isPending}>
        {t('account.changePassword')}
      </Button>
    </form>
  );
}
