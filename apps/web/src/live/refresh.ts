import type { Query } from '@tanstack/react-query';
import { queryClient } from '../app/queryClient';
import { isConcerned, type News } from './concerned';

/** News that come close together are read as one (ms); not all readers at the very same moment. */
const GATHER_MS = 150;
const APART_MS = 1000;
/** While a change of one's own is under way an answer could be older than it: looked at again so soon (ms). */
const BUSY_MS = 150;

let waiting: { at: number; concerns: (query: Query) => boolean }[] = [];
let timer: number | undefined;
let last = 0;

/** When each query has last begun to fetch: what began after the news knows them already. */
const begun = new WeakMap<object, number>();
queryClient.getQueryCache().subscribe((event) => {
  if (event.type === 'updated' && event.action.type === 'fetch') begun.set(event.query, performance.now());
});

/** Fetches again, soon, what the news concern. Only what is on screen; the rest when it is next shown. */
export function refresh(news: News): void {
  put((query) => isConcerned(query.queryKey, query.state.data, news));
}

/** Fetches again whatever others may have changed meanwhile. */
export function refreshAll(): void {
  put(({ queryKey, state }) =>
    ['inbox' as const, { project: projectIn(queryKey), things: [] }].some((news) =>
      isConcerned(queryKey, state.data, news),
    ),
  );
}

const projectIn = (key: readonly unknown[]) =>
  (key[2] as { params?: { path?: { id?: string } } } | undefined)?.params?.path?.id ?? '';

function put(concerns: (query: Query) => boolean): void {
  const now = performance.now();
  waiting.push({ at: now, concerns });
  const soonest = Math.max(GATHER_MS, last + APART_MS - now);
  timer ??= window.setTimeout(flush, soonest + Math.random() * GATHER_MS);
}

function flush(): void {
  timer = undefined;
  if (queryClient.isMutating() > 0) {
    timer = window.setTimeout(flush, BUSY_MS);
    return;
  }
  const due = waiting;
  waiting = [];
  last = performance.now();
  const isDue = (query: Query) => due.some(({ at, concerns }) => (begun.get(query) ?? 0) < at && concerns(query));
  void queryClient.invalidateQueries({ predicate: isDue });
}
