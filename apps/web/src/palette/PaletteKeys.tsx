import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useI18n } from '../i18n';
import { useKeys } from '../keys';
import { palette } from './open';

const Palette = lazy(() => import('./Palette'));

/** Every page answers to Ctrl+K with the command palette. */
export function PaletteKeys() {
  const { t } = useI18n();
  const open = useSyncExternalStore(palette.subscribe, palette.snapshot);
  useKeys(t('keys.everywhere'), [{ key: 'mod+k', label: t('palette.open'), run: () => palette.set(true) }]);
  return <Suspense fallback={null}>{open && <Palette onClose={() => palette.set(false)} />}</Suspense>;
}
