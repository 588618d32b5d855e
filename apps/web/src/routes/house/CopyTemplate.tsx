import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Modal from 'antd/es/modal';
import Select from 'antd/es/select';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client';
import { fieldErrors } from '../../api/problem';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';

interface Props {
  /** A project to copy; else a template is chosen. */
  project?: { id: string; name: string };
  slug?: string;
}

/** Copies a template or a project into a draft of the house and goes there. */
export function CopyTemplate({ project, slug }: Props) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const label = project ? t('house.copyProject') : t('house.copy');
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      {open && <CopyModal project={project} slug={slug} label={label} onClose={() => setOpen(false)} />}
    </>
  );
}

function CopyModal({ project, slug, label, onClose }: Props & { label: string; onClose: () => void }) {
  const { t, pick, locale } = useI18n();
  const navigate = useNavigate();
  const templates = api.useQuery('get', '/api/templates', {}, { enabled: !project });
  const [name, setName] = useState(project?.name ?? '');
  const [template, setTemplate] = useState(slug);
  const copy = api.useMutation('post', '/api/house-templates', {
    meta: { quiet: true },
    onSuccess: ({ id }) => void navigate({ to: '/house-templates/$id', params: { id } }),
  });
  const errors = fieldErrors(copy.error, locale);
  const from = project ? { project: project.id } : { template };
  return (
    <Modal
      open
      title={label}
      okText={label}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: name.trim() === '' || (!project && !template) }}
      confirmLoading={copy.isPending}
      onOk={() => copy.mutate({ body: { from, name: name.trim() } })}
      onCancel={onClose}
    >
      <FormError error={copy.error} known={['/name', '/from/template']} />
      {!project && (
        <Field label={t('house.from')} error={errors['/from/template']}>
          {(control) => (
            <Select
              {...control}
              className="wide"
              value={template}
              onChange={setTemplate}
              options={(templates.data?.items ?? []).map((one) => ({
                value: one.slug,
                label: pick(one.name, one.nameEn),
              }))}
            />
          )}
        </Field>
      )}
      <Field label={t('house.name')} error={errors['/name']}>
        {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
    </Modal>
  );
}
