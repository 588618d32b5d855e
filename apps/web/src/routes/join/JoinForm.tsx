import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { type SubmitEvent, useState } from 'react';
import { fieldErrors } from '../../api/problem';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { type Locale, useI18n } from '../../i18n';

interface Props {
  busy: boolean;
  error: unknown;
  onSubmit: (given: { name: string; told: boolean; locale: Locale }) => void;
}

/** A name, and that one has read what one may do. */
export function JoinForm({ busy, error, onSubmit }: Props) {
  const { t, locale } = useI18n();
  const [name, setName] = useState('');
  const [told, setTold] = useState(false);
  const errors = fieldErrors(error, locale);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit({ name: name.trim(), told, locale });
  };
  return (
    <form className="form" onSubmit={submit}>
      <FormError error={error} known={['/name', '/told']} />
      <Field label={t('join.name')} error={errors['/name']}>
        {(control) => (
          <Input
            {...control}
            size="large"
            autoComplete="name"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <label className="plain-check">
        <input type="checkbox" checked={told} onChange={(event) => setTold(event.target.checked)} />
        {t('join.told')}
      </label>
      <Button type="primary" htmlType="submit" size="large" block loading={busy} disabled={name.trim() === '' || !told}>
        {t('join.submit')}
      </Button>
    </form>
  );
}
