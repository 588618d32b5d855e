import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useState, type SubmitEvent } from 'react';
import { fieldErrors } from '../api/problem';
import { useI18n } from '../i18n';
import { Field } from './Field';
import { FormError } from './FormError';
import { OwnDevice } from './OwnDevice';

export interface PersonFields {
  name: string;
  email: string;
  password: string;
  ownDevice: boolean;
}

interface Props {
  initial?: Partial<PersonFields>;
  submitText: string;
  busy: boolean;
  error: unknown;
  onSubmit: (fields: PersonFields) => void;
}

const POINTERS = ['/name', '/email', '/password'];

/** Name, e-mail and a first password: for the set-up and for accepting an invitation. */
export function PersonForm({ initial, submitText, busy, error, onSubmit }: Props) {
  const { t, locale } = useI18n();
  const [fields, setFields] = useState<PersonFields>({
    name: '',
    email: '',
    password: '',
    ownDevice: false,
    ...initial,
  });
  const errors = fieldErrors(error, locale);
  const set = (change: Partial<PersonFields>) => setFields((now) => ({ ...now, ...change }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit(fields);
  };
  return (
    <form onSubmit={submit} className="form">
      <FormError error={error} known={POINTERS} />
      <Field label={t('person.name')} error={errors['/name']}>
        {(control) => (
          <Input
            {...control}
            autoComplete="name"
            required
            value={fields.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('person.email')} error={errors['/email']}>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="username"
            required
            value={fields.email}
            onChange={(event) => set({ email: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('person.password')} error={errors['/password']} hint={t('person.passwordHint')}>
        {(control) => (
          <Input.Password
            {...control}
            autoComplete="new-password"
            required
            value={fields.password}
            onChange={(event) => set({ password: event.target.value })}
          />
        )}
      </Field>
      <OwnDevice checked={fields.ownDevice} onChange={(ownDevice) => set({ ownDevice })} />
      <Button type="primary" htmlType="submit" block loading={busy}>
        {submitText}
      </Button>
    </form>
  );
}
