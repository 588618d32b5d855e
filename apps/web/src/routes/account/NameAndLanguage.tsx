import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client';
import { fieldErrors } from '../../api/problem';
import { notify } from '../../app/notify';
import { useMe } from '../../app/session';
import { Choices } from '../../components/Choices';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { useI18n, type Locale } from '../../i18n';

const LANGUAGES: readonly Locale[] = ['zh-TW', 'en'];

export function NameAndLanguage() {
  const { t, locale } = useI18n();
  const me = useMe();
  const [name, setName] = useState(me.name);
  const [language, setLanguage] = useState<Locale>(locale);
  const save = api.useMutation('patch', '/api/me', {
    meta: { quiet: true },
    onSuccess: () => notify.success(t('common.saved')),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate({ body: { name: name.trim() } });
  };
  return (
    <>
      <form onSubmit={submit}>
        <FormError error={save.error} known={['/name']} />
        <Field label={t('person.name')} error={fieldErrors(save.error, locale)['/name']}>
          {(control) => (
            <Input
              {...control}
              autoComplete="name"
              required
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('person.email')} hint={t('account.emailHint')}>
          {(control) => <Input {...control} value={me.email} readOnly />}
        </Field>
        <Button
          type="primary"
          htmlType="submit"
          disabled={name.trim() === '' || name.trim() === me.name}
          loading={save.isPending}
        >
          {t('common.save')}
        </Button>
      </form>
      <Choices
        legend={t('account.language')}
        value={language}
        choices={LANGUAGES.map((value) => ({ value, label: <span lang={value}>{t(`app.language.${value}`)}</span> }))}
        onChange={(next) => {
          setLanguage(next);
          save.mutate({ body: { locale: next } }, { onError: () => setLanguage(locale) });
        }}
      />
    </>
  );
}
