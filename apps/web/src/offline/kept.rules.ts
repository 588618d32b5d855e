/** One answer of the server that this device keeps for its reader. */
export interface Kept {
  key: string;
  queryKey: readonly unknown[];
  data: unknown;
  personId: string;
  savedAt: number;
}

export const KEPT_MS = 24 * 60 * 60_000;

/** The reader's work, what its pages need, and the run sheet, which halls read; nothing else is written onto a device that may be shared. */
export const KEPT_PATHS = [
  '/api/me',
  '/api/me/work',
  '/api/work-items/{id}',
  '/api/projects/{id}',
  '/api/projects/{id}/run-sheet',
] as const;

export const isKept = ([method, path]: readonly unknown[]) =>
  method === 'get' && KEPT_PATHS.some((kept) => kept === path);

/** Younger than a day; what claims to come from the future was saved under another clock and is not trusted. */
export const isFresh = (savedAt: number, now: number) => savedAt <= now + 60_000 && now - savedAt < KEPT_MS;

/** What may be shown without the server: one person's, whole only with their account, and nothing stale. */
export function readable(rows: readonly Kept[], now: number): Kept[] {
  const fresh = rows.filter(({ savedAt }) => isFresh(savedAt, now));
  const me = fresh.find(({ queryKey }) => queryKey[1] === '/api/me');
  return me ? fresh.filter(({ personId }) => personId === me.personId) : [];
}
