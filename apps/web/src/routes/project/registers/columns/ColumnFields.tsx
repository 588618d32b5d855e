import { Input, Select } from '../../../../components/late';
import { COLUMN_TYPES, type ColumnType, type Register } from '../../../../api/types';
import { Field } from '../../../../components/Field';
import { Tick } from '../../../../components/Tick';
import { useI18n } from '../../../../i18n';
import { LinkedListSelect } from '../linking/LinkedListSelect';
import { ChoiceLines } from './ChoiceLines';
import type { ColumnDraft } from './columnDrafts';

export interface ColumnFieldsProps {
  register: Register;
  draft: ColumnDraft;
  onChange: (part: Partial<ColumnDraft>) => void;
}

/** What can be said of one column. Only a new one can still be given a type. */
export function ColumnFields({ register, draft, onChange }: ColumnFieldsProps) {
  const { t } = useI18n();
  const { name, nameEn, type, required, unique, personal, unit, choices, link } = draft;
  return (
    <div className="column-fields">
      <Field label={t('register.columns.name')}>
        {(control) => <Input {...control} value={name} onChange={(event) => onChange({ name: event.target.value })} />}
      </Field>
      <Field label={t('register.columns.nameEn')} optional>
        {(control) => (
          <Input {...control} value={nameEn} onChange={(event) => onChange({ nameEn: event.target.value })} />
        )}
      </Field>
      {draft.key === null && (
        <Field label={t('register.columns.type')} hint={t('register.columns.typeHint')}>
          {(control) => (
            <Select
              {...control}
              className="wide"
              value={type}
              options={COLUMN_TYPES.map((value) => ({ value, label: t(`register.type.${value}`) }))}
              onChange={(next: ColumnType) => onChange({ type: next })}
            />
          )}
        </Field>
      )}
      {type === 'row-link' && draft.key === null && (
        <Field label={t('register.columns.list')}>
          {(control) => (
            <LinkedListSelect
              {...{ control }}
              projectId={register.projectId}
              but={register.id}
              value={link?.list ?? null}
              onChange={(list) => onChange({ link: { list, preset: null } })}
            />
          )}
        </Field>
      )}
      {type === 'number' && (
        <Field label={t('register.columns.unit')} optional>
          {(control) => (
            <Input {...control} value={unit} onChange={(event) => onChange({ unit: event.target.value })} />
          )}
        </Field>
      )}
      {type === 'choice' && <ChoiceLines choices={choices} onChange={(next) => onChange({ choices: next })} />}
      <Tick checked={required} onChange={(on) => onChange({ required: on })}>
        {t('register.required')}
      </Tick>
      <Tick checked={unique} onChange={(on) => onChange({ unique: on })}>
        {t('register.columns.unique')}
      </Tick>
      <Tick checked={personal} onChange={(on) => onChange({ personal: on })}>
        {t('register.columns.personalHint')}
      </Tick>
    </div>
  );
}
