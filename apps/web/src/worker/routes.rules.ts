/** What the service worker does with a request. */
export type Way = 'shell' | 'file' | 'network';

/**
 * Pages are the shell, built files come from the cache. The API never does: what it says is private and changes, and
 * the app itself keeps what may be read offline, for its reader and for a day.
 */
export function wayOf(request: { method: string; mode: string; url: string }, origin: string): Way {
  const { origin: from, pathname } = new URL(request.url);
  if (request.method !== 'GET' || from !== origin || /^\/api(\/|$)/.test(pathname)) return 'network';
  if (request.mode === 'navigate') return /\.[^/]*$/.test(pathname) ? 'network' : 'shell';
  return pathname.startsWith('/assets/') ? 'file' : 'network';
}
