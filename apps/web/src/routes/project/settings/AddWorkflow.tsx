import Button from 'antd/es/button';
import Select from 'antd/es/select';
import { useState } from 'react';
import { api } from '../../../api/client';
import type { Counts } from '../../../api/types';
import { notify } from '../../../app/notify';
import { CountsLine } from '../../../components/CountsLine';
import { Field } from '../../../components/Field';
import { FormError } from '../../../components/FormError';
import { useI18n } from '../../../i18n';

interface WorkflowPlan {
  added: Counts;
  skipped: { place: string; title: string }[];
}

/** What the workflow would add, and what it skips because the project has it already. */
function Plan({ plan }: { plan: WorkflowPlan }) {
  const { t } = useI18n();
  return (
    <>
      <h3>{t('settings.adds')}</h3>
      <CountsLine counts={plan.added} />
      {plan.skipped.length > 0 && (
        <details>
          <summary>{t('settings.skips', { count: plan.skipped.length })}</summary>
          <ul className="prose-list">
            {plan.skipped.map((row) => (
              <li key={row.place}>{row.title}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** A workflow template on top of a running project: first what it would add and skip, then for real. */
export function AddWorkflow({ projectId }: { projectId: string }) {
  const { t, pick } = useI18n();
  const [template, setTemplate] = useState<string>();
  const templates = api.useQuery('get', '/api/templates');
  const params = { path: { id: projectId } };
  const preview = api.useMutation('post', '/api/projects/{id}/workflows/preview', {
    meta: { quiet: true, ownRefresh: true },
  });
  const add = api.useMutation('post', '/api/projects/{id}/workflows', {
    meta: { quiet: true },
    onSuccess: ({ added }) => {
      notify.success(t('settings.workflowAdded', { count: added.workItems }));
      choose(undefined);
    },
  });
  const choose = (slug?: string) => {
    setTemplate(slug);
    add.reset();
    if (slug) preview.mutate({ params, body: { template: slug } });
    else preview.reset();
  };
  const workflows = templates.data?.items.filter(({ kind }) => kind === 'workflow') ?? [];
  const options = workflows.map((one) => ({ value: one.slug, label: pick(one.name, one.nameEn) }));
  const plan = template ? preview.data : undefined;
  const confirm = () => template && add.mutate({ params, body: { template } });
  return (
    <>
      <Field label={t('settings.workflowWhich')} hint={t('settings.workflowHint')}>
        {(control) => (
          <Select {...control} className="wide" allowClear value={template} options={options} onChange={choose} />
        )}
      </Field>
      <FormError error={preview.error ?? add.error} />
      {plan && <Plan plan={plan} />}
      {plan && (
        <Button
          type="primary"
          className="after-plan"
          disabled={plan.added.workItems === 0}
          loading={add.isPending}
          onClick={confirm}
        >
          {t('settings.addWorkflow')}
        </Button>
      )}
    </>
  );
}
