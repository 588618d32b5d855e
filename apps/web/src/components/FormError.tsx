import Alert from 'antd/es/alert';
import { fieldErrors, isUnreachable, problemText } from '../api/problem';
import { useI18n } from '../i18n';

/** What the server refused, above the form; field errors that have no field of their own are listed too. */
export function FormError({ error, known = [] }: { error: unknown; known?: readonly string[] }) {
  const { t, locale } = useI18n();
  if (!error) return null;
  const rest = Object.entries(fieldErrors(error, locale)).filter(([pointer]) => !known.includes(pointer));
  const title = problemText(error, locale) ?? (isUnreachable(error) ? t('error.unreachable') : t('error.unknown'));
  return (
    <Alert
      type="error"
      role="alert"
      className="form-error"
      title={title}
      description={rest.length > 0 ? rest.map(([pointer, text]) => <div key={pointer}>{text}</div>) : undefined}
    />
  );
}
