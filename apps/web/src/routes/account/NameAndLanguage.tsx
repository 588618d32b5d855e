import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client';
import { ifMatch } from '../../api/edit';
import { fieldErrors } from '../../api/problem';
import type { Me } from '../../api/types';
import { notify } from '../../app/notify';
import { showMe, useMe } from '../../app/session';
import { Choices } from '../../components/Choices';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { useEdit } from '../../components/useEdit';
import { useI18n, type Locale } from '../../i18n';

const LANGUAGES: readonly Locale[] = ['zh-TW', 'en'];

const fieldsOf = ({ name }: Me) => ({ name });

interface NameProps {
  me: Me;
  draft: ReturnType<typeof useEdit<Me, ReturnType<typeof fieldsOf>>>;
  error: unknown;
  busy: boolean;
  save: (name: string) => void;
}

function NameForm({ me, draft, error, busy, save }: NameProps) {
  const { t, locale } = useI18n();
  const { edit } = draft;
  const name = edit?.fields.name ?? me.name;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save(name.trim());
  };
  return (
    <form onSubmit={submit}>
      <FormError
        error={error}
        known={['/name']}
        present={edit?.moved.map((field) => [t('person.name'), edit.seen[field]])}
      />
      <Field label={t('person.name')} error={fieldErrors(error, locale)['/name']}>
        {(control) => (
          <Input
            {...control}
            autoComplete="name"
            required
            value={name}
            onChange={(event) => draft.change(me, { name: event.target.value })}
          />
        )}
      </Field>
      {me.email !== null && (
        <Field label={t('person.email')} hint={t('account.emailHint')}>
          {(control) => <Input {...control} value={me.email ?? ''} readOnly />}
        </Field>
      )}
      <Button type="primary" htmlType="submit" disabled={name.trim() === '' || name.trim() === me.name} loading={busy}>
        {t('common.save')}
      </Button>
    </form>
  );
}

export function NameAndLanguage() {
  const { t } = useI18n();
  const me = useMe();
  const draft = useEdit(fieldsOf);
  const [language, setLanguage] = useState<Locale>(me.locale);
  const save = api.useMutation('patch', '/api/me', {
    meta: { quiet: true },
    onSuccess: (after) => {
      showMe(after);
      // One's own other change is no conflict for a name that is still being typed.
      draft.meet(after);
      notify.success(t('common.saved'));
    },
    onError: draft.refused,
  });
  const send = (
    body: { name: string } | { locale: Locale },
    seen: Me,
    then: { onSuccess?: () => void; onError?: () => void },
  ) => save.mutate({ params: { header: ifMatch(seen) }, body }, then);
  return (
    <>
      <NameForm
        {...{ me, draft }}
        error={save.error}
        busy={save.isPending}
        save={(name) => send({ name }, draft.edit?.seen ?? me, { onSuccess: draft.end })}
      />
      <Choices
        legend={t('account.language')}
        value={language}
        disabled={save.isPending}
        choices={LANGUAGES.map((value) => ({ value, label: <span lang={value}>{t(`app.language.${value}`)}</span> }))}
        onChange={(next) => {
          setLanguage(next);
          send({ locale: next }, me, { onError: () => setLanguage(me.locale) });
        }}
      />
    </>
  );
}
