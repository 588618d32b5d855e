import { lazy, Suspense, useState } from 'react';
import { useI18n } from '../i18n';
import { useKeys } from './useKeys';

const KeysHelp = lazy(() => import('./KeysHelp'));

/** What every page answers to: `?` lists the keys of the one that is open. */
export function EverywhereKeys() {
  const { t } = useI18n();
  const [help, setHelp] = useState(false);
  useKeys(t('keys.everywhere'), [{ key: '?', label: t('keys.help'), run: () => setHelp(true) }]);
  return <Suspense fallback={null}>{help && <KeysHelp onClose={() => setHelp(false)} />}</Suspense>;
}
