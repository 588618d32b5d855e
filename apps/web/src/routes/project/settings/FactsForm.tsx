import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Input from 'antd/es/input';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../../api/client';
import { fieldErrors } from '../../../api/problem';
import type { Project } from '../../../api/types';
import { notify } from '../../../app/notify';
import { Field } from '../../../components/Field';
import { FormError } from '../../../components/FormError';
import { useI18n } from '../../../i18n';

export function FactsForm({ project }: { project: Project }) {
  const { t, locale } = useI18n();
  const [facts, setFacts] = useState({
    name: project.name,
    client: project.client ?? '',
    venue: project.venue ?? '',
    strictChecks: project.strictChecks,
  });
  const save = api.useMutation('patch', '/api/projects/{id}', {
    meta: { quiet: true },
    onSuccess: () => notify.success(t('common.saved')),
  });
  const errors = fieldErrors(save.error, locale);
  const set = (part: Partial<typeof facts>) => setFacts((now) => ({ ...now, ...part }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate({
      params: { path: { id: project.id } },
      headers: { 'If-Match': `"${project.version}"` },
      body: { ...facts, client: facts.client.trim() || null, venue: facts.venue.trim() || null },
    });
  };
  return (
    <form onSubmit={submit}>
      <FormError error={save.error} known={['/name', '/client', '/venue']} />
      {(['name', 'client', 'venue'] as const).map((key) => (
        <Field key={key} label={t(`project.${key}`)} optional={key !== 'name'} error={errors[`/${key}`]}>
          {(control) => (
            <Input {...control} value={facts[key]} onChange={(event) => set({ [key]: event.target.value })} />
          )}
        </Field>
      ))}
      <Checkbox checked={facts.strictChecks} onChange={(event) => set({ strictChecks: event.target.checked })}>
        {t('project.strictChecks')}
      </Checkbox>
      <p className="field-hint indented">{t('project.strictChecksHint')}</p>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('common.save')}
      </Button>
    </form>
  );
}
