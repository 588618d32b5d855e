import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** The row that the address names behind `#`. Once its text is there it is brought into view and gets the focus. */
export function useArrival(isThere: boolean): string {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    const row = isThere && hash !== '' ? document.getElementById(hash) : null;
    if (!row) return;
    row.scrollIntoView({ block: 'start' });
    row.focus({ preventScroll: true });
  }, [hash, isThere]);
  return hash;
}
