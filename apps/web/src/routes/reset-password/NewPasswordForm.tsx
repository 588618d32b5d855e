import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useState, type SubmitEvent } from 'react';
import { fieldErrors } from '../../api/problem';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { OwnDevice } from '../../components/OwnDevice';
import { useI18n } from '../../i18n';

interface Props {
  email: string;
  busy: boolean;
  error: unknown;
  onSubmit: (body: { password: string; ownDevice: boolean }) => void;
}

/** The address stands there so that a password manager keeps the new password under it. */
export function NewPasswordForm({ email, busy, error, onSubmit }: Props) {
  const { t, locale } = useI18n();
  const [password, setPassword] = useState('');
  const [ownDevice, setOwnDevice] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit({ password, ownDevice });
  };
  return (
    <form onSubmit={submit} className="form">
      <FormError error={error} known={['/password']} />
      <Field label={t('person.email')}>
        {(control) => <Input {...control} type="email" autoComplete="username" value={email} readOnly />}
      </Field>
      <Field
        label={t('account.newPassword')}
        hint={t('person.passwordHint')}
        error={fieldErrors(error, locale)['/password']}
      >
        {(control) => (
          <Input.Password
            {...control}
            autoComplete="new-password"
            autoFocus
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <OwnDevice checked={ownDevice} onChange={setOwnDevice} />
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('reset.setSubmit')}
      </Button>
    </form>
  );
}
