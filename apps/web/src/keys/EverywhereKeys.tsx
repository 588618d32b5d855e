import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useI18n } from '../i18n';
import { keysHelp } from './help';
import { useKeys } from './useKeys';

const KeysHelp = lazy(() => import('./KeysHelp'));

/** What every page answers to: `?` lists the keys of the one that is open. */
export function EverywhereKeys() {
  const { t } = useI18n();
  const open = useSyncExternalStore(keysHelp.subscribe, keysHelp.snapshot);
  useKeys(t('keys.everywhere'), [{ key: '?', label: t('keys.help'), run: () => keysHelp.set(true) }]);
  return <Suspense fallback={null}>{open && <KeysHelp onClose={() => keysHelp.set(false)} />}</Suspense>;
}
