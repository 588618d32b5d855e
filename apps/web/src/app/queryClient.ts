import { MutationCache, QueryClient } from '@tanstack/react-query';
import { isOutdated, isPassing, isWorthRepeating } from '../api/problem';
import { notify } from './notify';

interface MutationMeta extends Record<string, unknown> {
  /** The form shows the error itself. */
  quiet?: boolean;
  /** The caller refreshes what it changed itself. */
  ownRefresh?: boolean;
}

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: MutationMeta;
  }
}

/** How often a write without a clear answer is sent again, by itself and under the same key. */
const REPEATS = 2;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (count, error) => isPassing(error) && count < 2 },
    // An offline write fails at once and says so: a paused one would look done.
    mutations: {
      networkMode: 'always',
      retry: (count, error) => isWorthRepeating(error) && navigator.onLine && count < REPEATS,
    },
  },
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      if (!mutation.meta?.quiet) notify.failure(error);
      if (isOutdated(error)) void queryClient.invalidateQueries();
    },
    // Progress, counts and history hang on nearly every write; only what is on screen is fetched again.
    onSuccess: (_data, _variables, _result, mutation) => {
      if (!mutation.meta?.ownRefresh) void queryClient.invalidateQueries();
    },
  }),
});
