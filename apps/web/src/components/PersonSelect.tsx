import { Select } from './late';
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

/** What the choice of one person has in common with the choice of several. */
function usePeople({ people, control, label, placeholder, disabled }: Common) {
  const { t } = useI18n();
  return {
    ...control,
    'aria-label': label,
    className: 'wide',
    allowClear: true,
    showSearch: { optionFilterProp: 'label' },
    disabled,
    placeholder: placeholder ?? t('common.nobody'),
    options: people.map(({ id, name }) => ({ value: id, label: name })),
  } as const;
}

export function PersonSelect({
  value,
  onChange,
  ...common
}: Common & { value: string | null; onChange: (id: string | null) => void }) {
  return <Select {...usePeople(common)} value={value} onChange={(id) => onChange(id ?? null)} />;
}

export function PeopleSelect({
  value,
  onChange,
  ...common
}: Common & { value: string[]; onChange: (ids: string[]) => void }) {
  return <Select {...usePeople(common)} mode="multiple" value={value} onChange={onChange} />;
}
