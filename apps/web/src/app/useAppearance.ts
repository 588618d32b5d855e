import { useSyncExternalStore } from 'react';
import { appearance, onAppearance, type Theme, themeOnScreen } from './appearance';
import { usePrinting } from './usePrinting';

export const useChosenAppearance = () => useSyncExternalStore(onAppearance, appearance);

/** The theme that is to be seen; what is printed is always light. */
export function useThemeInSight(): Theme {
  const onScreen = useSyncExternalStore(onAppearance, themeOnScreen);
  return usePrinting() ? 'light' : onScreen;
}
