import Select from 'antd/es/select';
import type { PersonRef } from '../api/types';
import { useI18n } from '../i18n';
import type { ControlProps } from './Field';

interface Common {
  people: readonly PersonRef[];
  control?: ControlProps;
  label?: string;
  placeholder?: string;
  disabled?: boolean;
}

const optionsOf = (people: readonly PersonRef[]) => people.map(({ id, name }) => ({ value: id, label: name }));
const byName = { optionFilterProp: 'label' } as const;

export function PersonSelect({
  people,
  control,
  label,
  placeholder,
  disabled,
  value,
  onChange,
}: Common & { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useI18n();
  return (
    <Select
      {...control}
      aria-label={label}
      className="wide"
      allowClear
      showSearch={byName}
      disabled={disabled}
      value={value}
      placeholder={placeholder ?? t('common.nobody')}
      options={optionsOf(people)}
      onChange={(id) => onChange(id ?? null)}
    />
  );
}

export function PeopleSelect({
  people,
  control,
  label,
  placeholder,
  disabled,
  value,
  onChange,
}: Common & { value: string[]; onChange: (ids: string[]) => void }) {
  const { t } = useI18n();
  return (
    <Select
      {...control}
      aria-label={label}
      className="wide"
      mode="multiple"
      allowClear
      showSearch={byName}
      disabled={disabled}
      value={value}
      placeholder={placeholder ?? t('common.nobody')}
      options={optionsOf(people)}
      onChange={onChange}
    />
  );
}
