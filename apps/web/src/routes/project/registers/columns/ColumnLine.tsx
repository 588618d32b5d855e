import Button from 'antd/es/button';
import { useState } from 'react';
import { useI18n } from '../../../../i18n';
import { ColumnFields, type ColumnFieldsProps } from './ColumnFields';

interface Props extends ColumnFieldsProps {
  number: number;
  last: boolean;
  error: string | undefined;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One column in a line, which opens to be changed. */
export function ColumnLine({ register, draft, number, last, error, onChange, onMove, onRemove }: Props) {
  const { t, pick } = useI18n();
  const [open, setOpen] = useState(draft.key === null);
  const name = pick(draft.name, draft.nameEn) || t('register.own.name', { number });
  return (
    <li className="column-line">
      <div className="column-line-head">
        <button type="button" className="column-open" aria-expanded={open} onClick={() => setOpen(!open)}>
          <strong>{name}</strong>
          <small>
            {t(`register.type.${draft.type}`)}
            {draft.required && ` · ${t('register.required')}`}
            {draft.personal && ` · ${t('register.personal')}`}
          </small>
        </button>
        <Button
          type="text"
          disabled={number === 1}
          aria-label={t('register.columns.up', { name })}
          onClick={() => onMove(-1)}
        >
          ↑
        </Button>
        <Button type="text" disabled={last} aria-label={t('register.columns.down', { name })} onClick={() => onMove(1)}>
          ↓
        </Button>
        <Button type="text" aria-label={t('register.columns.remove', { name })} onClick={onRemove}>
          ✕
        </Button>
      </div>
      {open && <ColumnFields {...{ register, draft, onChange }} />}
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </li>
  );
}
