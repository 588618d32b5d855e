import { useSyncExternalStore } from 'react';
import { useI18n } from '../../i18n';
import { newVersion } from '../../offline/serviceWorker';

/** A newer version is ready; it is taken at the next start, or now if the reader likes. Nothing typed is lost unasked. */
export function NewVersionBar() {
  const { t } = useI18n();
  const ready = useSyncExternalStore(newVersion.subscribe, newVersion.snapshot);
  return (
    <div role="status">
      {ready && (
        <p className="offline-bar">
          {t('offline.newVersion')}{' '}
          <button type="button" className="link-button" onClick={() => window.location.reload()}>
            {t('offline.takeIt')}
          </button>
        </p>
      )}
    </div>
  );
}
