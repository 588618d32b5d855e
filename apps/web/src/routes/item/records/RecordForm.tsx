import { fieldErrors } from '../../../api/problem';
import { ENTRY_KINDS, type EntryKind, type Project } from '../../../api/types';
import { DayField } from '../../../components/DayField';
import { Field } from '../../../components/Field';
import { FormModal } from '../../../components/FormModal';
import { Input, Select, TextArea } from '../../../components/late';
import { useI18n } from '../../../i18n';
import { crewOf } from '../../project/useProject';
import { ActionsField } from './ActionsField';
import { actionsOf, type RecordFields, textOf } from './recordFields';

interface PartProps {
  fields: RecordFields;
  set: (part: Partial<RecordFields>) => void;
  errors: Record<string, string>;
}

function WhatAndWhen({ fields, set, errors }: PartProps) {
  const { t } = useI18n();
  return (
    <>
      <div className="field-pair">
        <Field label={t('record.kindWord')} error={errors['/kind']}>
          {(control) => (
            <Select
              {...control}
              className="wide"
              value={fields.kind}
              options={ENTRY_KINDS.map((value) => ({ value, label: t(`record.kind.${value}`) }))}
              onChange={(kind: EntryKind) => set({ kind })}
            />
          )}
        </Field>
        <Field label={t('record.day')} error={errors['/day']}>
          {(control) => (
            <DayField control={control} value={fields.day} onChange={(day) => set({ day: day ?? fields.day })} />
          )}
        </Field>
      </div>
      <Field label={t('record.what')} error={errors['/title']}>
        {(control) => (
          <Input {...control} autoFocus value={fields.title} onChange={(event) => set({ title: event.target.value })} />
        )}
      </Field>
      <Field label={t('record.place')} optional error={errors['/place']}>
        {(control) => (
          <Input
            {...control}
            value={fields.place ?? ''}
            onChange={(event) => set({ place: event.target.value || null })}
          />
        )}
      </Field>
    </>
  );
}

const TEXTS = ['present', 'notes'] as const;

function Words({ fields, set, errors }: PartProps) {
  const { t } = useI18n();
  const wrong = Object.entries(errors).find(([pointer]) => pointer.startsWith('/decisions'))?.[1];
  return (
    <>
      {TEXTS.map((field) => (
        <Field key={field} label={t(`record.${field}`)} optional error={errors[`/${field}`]}>
          {(control) => (
            <TextArea
              {...control}
              autoSize={{ minRows: field === 'notes' ? 3 : 1, maxRows: 12 }}
              value={fields[field] ?? ''}
              onChange={(event) => set({ [field]: event.target.value || null })}
            />
          )}
        </Field>
      ))}
      <Field label={t('record.decisions')} optional hint={t('record.decisionsHint')} error={wrong}>
        {(control) => (
          <TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 12 }}
            value={fields.decisions}
            onChange={(event) => set({ decisions: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

interface Props extends Omit<PartProps, 'errors'> {
  title: string;
  project: Project;
  busy: boolean;
  error: unknown;
  /** See `FormError`. */
  present?: Parameters<typeof FormModal>[0]['present'];
  onSubmit: () => void;
  onClose: () => void;
}

/** One entry: what it was, who was there, what was decided and what is to be done. */
export function RecordForm({ title, project, fields, set, busy, error, present, onSubmit, onClose }: Props) {
  const { t, locale } = useI18n();
  const errors = fieldErrors(error, locale);
  const part = { fields, set, errors };
  return (
    <FormModal
      open
      title={title}
      confirm={t('common.save')}
      ready={fields.title.trim() !== ''}
      busy={busy}
      error={error}
      known={Object.keys(errors)}
      present={present}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <WhatAndWhen {...part} />
      <Words {...part} />
      <ActionsField
        people={crewOf(project)}
        teams={project.teams}
        actions={actionsOf(fields)}
        errors={errors}
        onChange={(actions) => set({ actions: textOf(actions) })}
      />
    </FormModal>
  );
}
