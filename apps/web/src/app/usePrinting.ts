import { useSyncExternalStore } from 'react';

const paper = window.matchMedia('print');

function subscribe(changed: () => void) {
  paper.addEventListener('change', changed);
  return () => paper.removeEventListener('change', changed);
}

/** Whether the page is being laid out for paper. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => paper.matches);
}
