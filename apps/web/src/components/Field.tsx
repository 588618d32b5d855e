import { useId, type ReactNode } from 'react';
import { useI18n } from '../i18n';

/** What a control needs so that its label, hint and error are read out with it. */
export interface ControlProps {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  status?: 'error';
}

interface Props {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  children: (control: ControlProps) => ReactNode;
}

export function Field({ label, hint, error, optional, children }: Props) {
  const { t } = useI18n();
  const id = useId();
  const describedBy = error || hint ? `${id}-more` : undefined;
  const control: ControlProps = error
    ? { id, 'aria-describedby': describedBy, 'aria-invalid': true, status: 'error' }
    : { id, 'aria-describedby': describedBy };
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="optional">{t('common.optional')}</span>}
      </label>
      {children(control)}
      <div id={`${id}-more`}>
        {error && (
          <p className="field-error" role="alert">
            {error}
          </p>
        )}
        {hint && <p className="field-hint">{hint}</p>}
      </div>
    </div>
  );
}
