import Button from 'antd/es/button';
import { Input, Select } from '../../../components/late';
import { COLUMN_TYPES, type ColumnType } from '../../../api/types';
import { Tick } from '../../../components/Tick';
import { useI18n } from '../../../i18n';
import { LinkedListSelect } from './linking/LinkedListSelect';
import { newColumn, type OwnColumn } from './ownColumns';

interface Props {
  projectId: string;
  columns: readonly OwnColumn[];
  errors: Record<string, string>;
  onChange: (columns: OwnColumn[]) => void;
}

interface RowProps {
  projectId: string;
  column: OwnColumn;
  number: number;
  error: string | undefined;
  onChange: (part: Partial<OwnColumn>) => void;
  onRemove: () => void;
}

function ColumnRow({ projectId, column, number, error, onChange, onRemove }: RowProps) {
  const { t } = useI18n();
  return (
    <li className="own-column">
      <Input
        aria-label={t('register.own.name', { number })}
        placeholder={t('register.own.name', { number })}
        value={column.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Select
        aria-label={t('register.own.type', { number })}
        value={column.type}
        options={COLUMN_TYPES.map((value) => ({ value, label: t(`register.type.${value}`) }))}
        onChange={(type: ColumnType) => onChange({ type })}
      />
      <Button type="text" aria-label={t('register.own.remove', { number })} onClick={onRemove}>
        ✕
      </Button>
      <Tick checked={column.required} onChange={(required) => onChange({ required })}>
        {t('register.required')}
      </Tick>
      <Tick checked={column.personal} onChange={(personal) => onChange({ personal })}>
        {t('register.personal')}
      </Tick>
      {column.type === 'choice' && (
        <Input
          className="own-choices"
          aria-label={t('register.own.choices', { number })}
          placeholder={t('register.own.choicesHint')}
          value={column.choices}
          onChange={(event) => onChange({ choices: event.target.value })}
        />
      )}
      {column.type === 'row-link' && (
        <div className="own-choices">
          <LinkedListSelect
            label={t('register.own.list', { number })}
            {...{ projectId }}
            value={column.list}
            onChange={(list) => onChange({ list })}
          />
        </div>
      )}
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </li>
  );
}

/** The columns of a list of one's own, one line each. */
export function OwnColumnsField({ projectId, columns, errors, onChange }: Props) {
  const { t } = useI18n();
  const named = columns.filter(({ name }) => name.trim() !== '');
  const errorOf = (column: OwnColumn) => {
    const at = named.indexOf(column);
    return Object.entries(errors).find(([pointer]) => pointer.startsWith(`/columns/${at}/`))?.[1];
  };
  return (
    <fieldset className="own-columns">
      <legend>{t('register.own.columns')}</legend>
      <ul>
        {columns.map((column, index) => (
          <ColumnRow
            // Lines are only added at the end and removed one by one; nothing in them is remembered but the fields.
            key={index}
            {...{ projectId, column }}
            number={index + 1}
            error={errorOf(column)}
            onChange={(part) => onChange(columns.map((one, at) => (at === index ? { ...one, ...part } : one)))}
            onRemove={() => onChange(columns.filter((_, at) => at !== index))}
          />
        ))}
      </ul>
      <Button onClick={() => onChange([...columns, newColumn()])}>{t('register.own.add')}</Button>
    </fieldset>
  );
}
