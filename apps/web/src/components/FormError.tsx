import Alert from 'antd/es/alert';
import { type ComponentRef, useEffect, useRef } from 'react';
import { fieldErrors, isUnreachable, problemText } from '../api/problem';
import { useI18n } from '../i18n';

interface Props {
  error: unknown;
  known?: readonly string[];
  /** What somebody else has changed meanwhile, in words: field and present value. */
  present?: readonly (readonly [label: string, value: string])[];
}

/**
 * What the server refused, above the form and brought into sight there: a long form was sent from its far end. Field errors
 * that have no field of their own are listed too.
 */
export function FormError({ error, known = [], present = [] }: Props) {
  const { t, locale } = useI18n();
  const alert = useRef<ComponentRef<typeof Alert>>(null);
  useEffect(() => {
    alert.current?.nativeElement.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (!error) return null;
  const rest = Object.entries(fieldErrors(error, locale)).filter(([pointer]) => !known.includes(pointer));
  const title = problemText(error, locale) ?? (isUnreachable(error) ? t('error.unreachable') : t('error.unknown'));
  return (
    <Alert
      ref={alert}
      type="error"
      role="alert"
      className="form-error"
      title={title}
      description={
        rest.length + present.length > 0 ? (
          <>
            {rest.map(([pointer, text]) => (
              <div key={pointer}>{text}</div>
            ))}
            {present.map(([label, value]) => (
              <div key={label}>{t('error.presentValue', { label, value })}</div>
            ))}
          </>
        ) : undefined
      }
    />
  );
}
