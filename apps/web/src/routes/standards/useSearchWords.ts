import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

const route = getRouteApi('/inside/standards');

/** Long enough to leave out the letters in between, short enough to feel at once. */
const PAUSE_MS = 200;

/** What is typed, and after a pause in the address: from there it is searched, so that only the latest words count. */
export function useSearchWords() {
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(q ?? '');
  const [sent, setSent] = useState(q);
  const [seen, setSeen] = useState(q);
  // Only an address that changed otherwise (back, an example that was chosen) may replace what somebody is typing.
  if (q !== seen) {
    setSeen(q);
    if (q !== sent) {
      setSent(q);
      setTyped(q ?? '');
    }
  }
  useEffect(() => {
    const words = typed.trim() || undefined;
    if (words === q) return;
    const timer = setTimeout(() => {
      setSent(words);
      void navigate({ search: (now) => (words ? { ...now, q: words } : {}), replace: true });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, q, navigate]);
  return { typed, setTyped };
}
