import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('screen and (max-width: 767px)');

function subscribe(changed: () => void) {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
}

/** Whether the window is as narrow as a phone's; the same width as in the style sheets. A sheet of paper is no phone. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
