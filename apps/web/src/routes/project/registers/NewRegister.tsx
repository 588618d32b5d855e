import Button from 'antd/es/button';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Input, Select } from '../../../components/late';
import { api } from '../../../api/client';
import { fieldErrors } from '../../../api/problem';
import type { Project, RegisterPreset, RegisterSummary } from '../../../api/types';
import { Field } from '../../../components/Field';
import { FormModal } from '../../../components/FormModal';
import { useI18n } from '../../../i18n';
import { KeeperField } from './KeeperField';
import { newColumn, type OwnColumn, ownColumns } from './ownColumns';
import { OwnColumnsField } from './OwnColumnsField';

interface Props {
  project: Project;
  /** The sub-teams for which the reader may make one. */
  keepers: readonly (string | null)[];
  /** The lists that are there already. */
  made: readonly RegisterSummary[];
}

/** The choice of columns of one's own, beside the presets. */
const OWN = '';

function usePresetChoices(presets: readonly RegisterPreset[], made: readonly RegisterSummary[]) {
  const { t, pick } = useI18n();
  const taken = new Set(made.map(({ presetKey }) => presetKey));
  const labelled = presets.map(({ key, name, nameEn }) => {
    const label = pick(name, nameEn);
    return { value: key, label: taken.has(key) ? t('register.new.again', { name: label }) : label };
  });
  const fresh = labelled.filter(({ value }) => !taken.has(value));
  const again = labelled.filter(({ value }) => taken.has(value));
  return [...fresh, ...again, { value: OWN, label: t('register.new.own') }];
}

/** What is asked for, until it is made. */
function useNewRegister(projectId: string, keepers: Props['keepers']) {
  const navigate = useNavigate();
  const [key, setKey] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [columns, setColumns] = useState<OwnColumn[]>([newColumn(), newColumn()]);
  const [teamId, setTeamId] = useState<string | null>(keepers[0] ?? null);
  const create = api.useMutation('post', '/api/projects/{id}/registers', {
    meta: { quiet: true },
    onSuccess: ({ id }) =>
      void navigate({ to: '/projects/$projectId/registers/$registerId', params: { projectId, registerId: id } }),
  });
  const own = key === OWN;
  const named = name.trim();
  const what = own ? { name: named, columns: ownColumns(columns) } : { preset: key ?? undefined };
  return {
    ...{ key, setKey, name, setName, columns, setColumns, teamId, setTeamId, own, create },
    ready: own ? named !== '' && ownColumns(columns).length > 0 : key !== null,
    submit: () => create.mutate({ params: { path: { id: projectId } }, body: { ...what, teamId } }),
  };
}

/** A list as the standards name it, or with columns of one's own. */
export function NewRegister({ project, keepers, made }: Props) {
  const { t, locale, pick } = useI18n();
  const [open, setOpen] = useState(false);
  const presets = api.useQuery('get', '/api/register-presets', {}, { enabled: open }).data?.items ?? [];
  const choices = usePresetChoices(presets, made);
  const form = useNewRegister(project.id, keepers);
  const preset = presets.find((one) => one.key === form.key);
  const errors = fieldErrors(form.create.error, locale);
  const names = preset?.columns.map((column) => pick(column.name, column.nameEn)).join(t('common.comma'));
  const close = () => {
    form.create.reset();
    setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('register.new.title')}</Button>
      <FormModal
        open={open}
        title={t('register.new.title')}
        confirm={t('register.new.make')}
        ready={form.ready}
        busy={form.create.isPending}
        error={form.create.error}
        known={['/name', '/teamId']}
        onSubmit={form.submit}
        onClose={close}
      >
        <Field label={t('register.new.which')} hint={names && t('register.new.columns', { names })}>
          {(control) => (
            <Select
              {...control}
              className="wide"
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('register.new.choose')}
              value={form.key ?? undefined}
              options={choices}
              onChange={form.setKey}
            />
          )}
        </Field>
        {form.own && <OwnList projectId={project.id} form={form} errors={errors} />}
        <KeeperField
          teams={project.teams.filter(({ id }) => keepers.includes(id))}
          mayBeNobody={keepers.includes(null)}
          value={form.teamId}
          error={errors['/teamId']}
          onChange={form.setTeamId}
        />
      </FormModal>
    </>
  );
}

interface OwnListProps {
  projectId: string;
  form: ReturnType<typeof useNewRegister>;
  errors: Record<string, string>;
}

function OwnList({ projectId, form, errors }: OwnListProps) {
  const { t } = useI18n();
  return (
    <>
      <Field label={t('register.name')} error={errors['/name']}>
        {(control) => <Input {...control} value={form.name} onChange={(event) => form.setName(event.target.value)} />}
      </Field>
      <OwnColumnsField projectId={projectId} columns={form.columns} errors={errors} onChange={form.setColumns} />
    </>
  );
}
