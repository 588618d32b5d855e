import { Select } from '../../../../components/late';
import type { ControlProps } from '../../../../components/Field';
import { useI18n } from '../../../../i18n';
import { useRegisters } from '../useRegister';

interface Props {
  projectId: string;
  control?: ControlProps;
  label?: string;
  /** A list that can't be chosen: the one that links. */
  but?: string;
  value: string | null;
  onChange: (list: string) => void;
}

/** Another list of the project, whose rows a column is to hold. */
export function LinkedListSelect({ projectId, control, label, but, value, onChange }: Props) {
  const { t, pick } = useI18n();
  const lists = useRegisters(projectId).data?.items ?? [];
  return (
    <Select
      {...control}
      aria-label={label}
      className="wide"
      placeholder={t('register.link.list')}
      value={value ?? undefined}
      options={lists
        .filter(({ id }) => id !== but)
        .map(({ id, name, nameEn }) => ({ value: id, label: pick(name, nameEn) }))}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={onChange}
    />
  );
}
