/// <reference lib="webworker" />
import { wayOf } from './routes.rules';

declare const self: ServiceWorkerGlobalScope;
/** The files that a start without network needs; the build writes them in, so that every version differs. */
declare const SHELL_FILES: string[];
declare const SHELL_VERSION: string;
declare const SHELL_ENTRY: string;

const SHELL = '/index.html';
const CACHE = `convener-${SHELL_VERSION}`;

self.addEventListener('install', (event) => {
  const requests = ['/', ...SHELL_FILES].map(
    (path) => new Request(path, { cache: path === '/' ? 'reload' : 'default' }),
  );
  event.waitUntil(keep(requests).then(() => self.skipWaiting()));
});

async function keep(requests: Request[]) {
  const cache = await caches.open(CACHE);
  await Promise.all(
    requests.map(async (request) => {
      const response = await fetch(request);
      if (!response.ok) throw new Error(`${request.url}: ${response.status}`);
      const isShell = new URL(request.url).pathname === '/';
      // While a new version starts, a process of the old one may still answer; its page would be kept for ever.
      if (isShell && !(await response.clone().text()).includes(SHELL_ENTRY))
        throw new Error('a page of another version');
      await cache.put(isShell ? SHELL : request, response);
    }),
  );
}

/** A page that is open meanwhile keeps running; the next one is of this version. */
self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const way = wayOf(event.request, self.location.origin);
  if (way === 'shell') event.respondWith(fromCache(SHELL, event.request));
  if (way === 'file') event.respondWith(fromCache(event.request, event.request));
});

async function fromCache(what: RequestInfo, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(what, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  // Pages opened once open again offline; named by their content, such files never change.
  if (what === request && response.ok) await cache.put(request, response.clone());
  return response;
}
