import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Input from 'antd/es/input';
import type { SubmitEvent } from 'react';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import { fieldErrors } from '../../../api/problem';
import type { Project } from '../../../api/types';
import { notify } from '../../../app/notify';
import { Field } from '../../../components/Field';
import { FormError } from '../../../components/FormError';
import { useEdit } from '../../../components/useEdit';
import { useI18n } from '../../../i18n';
import { showProject } from '../useProject';

const factsOf = ({ name, client, venue, strictChecks }: Project) => ({
  ...{ name, strictChecks },
  client: client ?? '',
  venue: venue ?? '',
});
type Facts = ReturnType<typeof factsOf>;

/** An emptied field clears what was there. */
const bodyOf = ({ client, venue, ...rest }: Partial<Facts>) => ({
  ...rest,
  ...(client !== undefined && { client: client.trim() || null }),
  ...(venue !== undefined && { venue: venue.trim() || null }),
});

export function FactsForm({ project }: { project: Project }) {
  const { t, locale } = useI18n();
  const draft = useEdit(factsOf);
  const facts = draft.edit?.fields ?? factsOf(project);
  const save = api.useMutation('patch', '/api/projects/{id}', {
    meta: { quiet: true },
    onSuccess: (after) => {
      showProject(after);
      draft.end();
      notify.success(t('common.saved'));
    },
    onError: draft.refused,
  });
  const errors = fieldErrors(save.error, locale);
  const set = (part: Partial<Facts>) => draft.change(project, part);
  const inWords = (seen: Project, field: keyof Facts) => {
    if (field === 'strictChecks')
      return [t('project.strictChecks'), t(seen.strictChecks ? 'common.yes' : 'common.no')] as const;
    return [t(`project.${field}`), seen[field] ?? t('common.none')] as const;
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const seen = draft.edit?.seen ?? project;
    save.mutate({ params: { path: { id: project.id }, header: ifMatch(seen) }, body: bodyOf(draft.changes) });
  };
  return (
    <form onSubmit={submit}>
      <FormError
        error={save.error}
        known={['/name', '/client', '/venue']}
        present={draft.edit?.moved.map((field) => inWords(draft.edit!.seen, field))}
      />
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
