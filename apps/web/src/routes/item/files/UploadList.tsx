import Button from 'antd/es/button';
import { isUnreachable, problemText } from '../../../api/problem';
import { useI18n } from '../../../i18n';
import type { Sending, Uploads } from './useUploads';

/** Files on their way, and those that did not get through with what to do about it. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  if (uploads.all.length === 0) return null;
  return (
    <ul className="uploads" aria-live="polite">
      {uploads.all.map((sending) => (
        <li key={sending.key}>
          {sending.error ? <Failed sending={sending} uploads={uploads} /> : <UnderWay sending={sending} />}
        </li>
      ))}
    </ul>
  );
}

function UnderWay({ sending: { file, part } }: { sending: Sending }) {
  const { t } = useI18n();
  const percent = Math.round(part * 100);
  return (
    <>
      <span>{percent < 100 ? t('files.sending', { name: file.name }) : t('files.checking', { name: file.name })}</span>
      <progress max={100} value={percent} aria-label={t('files.sending', { name: file.name })} />
    </>
  );
}

function Failed({ sending, uploads }: { sending: Sending; uploads: Uploads }) {
  const { t, locale } = useI18n();
  const { error, file, key } = sending;
  const why = problemText(error, locale) ?? t(isUnreachable(error) ? 'error.unreachable' : 'error.unknown');
  return (
    <div role="alert">
      <p className="upload-failed">
        {t('files.failed', { name: file.name })} {why}
      </p>
      <Button onClick={() => uploads.retry(sending)}>{t('common.retry')}</Button>
      <Button type="text" onClick={() => uploads.drop(key)}>
        {t('common.close')}
      </Button>
    </div>
  );
}
