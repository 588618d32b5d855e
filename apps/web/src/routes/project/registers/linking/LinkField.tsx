import { useState } from 'react';
import type { RegisterColumn } from '../../../../api/types';
import type { ControlProps } from '../../../../components/Field';
import { Select } from '../../../../components/late';
import { useI18n } from '../../../../i18n';
import { useRowNames } from './useRowNames';

interface Props {
  control: ControlProps;
  column: RegisterColumn;
  /** The row that the cell holds; empty where it holds none. */
  id: string;
  /** What that row is called. */
  linked: string | undefined;
  onChange: (id: string) => void;
}

/** A row of another list, chosen by typing a part of what it is called. */
export function LinkField({ control, column, id, linked, onChange }: Props) {
  const { t } = useI18n();
  const [text, setText] = useState('');
  const [kept, setKept] = useState({ id, name: linked });
  const waits = (column.link?.list ?? null) === null;
  const names = useRowNames(column, text);
  const alike = (name: string) => names.filter((one) => one.name === name).length > 1;
  const options = names.map(({ id: value, name, position }) => ({
    value,
    label: alike(name) ? t('register.link.alike', { name, number: position }) : name,
  }));
  const own = kept.id !== '' && kept.id === id && !names.some((one) => one.id === id);
  return (
    <Select
      {...control}
      className="wide"
      allowClear
      disabled={waits}
      placeholder={waits ? t('register.link.waits') : t('register.link.choose')}
      value={id || undefined}
      options={own ? [{ value: id, label: kept.name || t('register.unnamed') }, ...options] : options}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={(value: string | undefined) => {
        // What is typed next may leave it out of the names that are fetched.
        setKept({ id: value ?? '', name: names.find((one) => one.id === value)?.name });
        onChange(value ?? '');
      }}
    />
  );
}
