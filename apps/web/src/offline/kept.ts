import { type Query } from '@tanstack/react-query';
import { api } from '../api/client';
import { isNotFound } from '../api/problem';
import type { Me, MyWork } from '../api/types';
import { queryClient } from '../app/queryClient';
import { forgetRows, keepRows, keptRows } from './device';
import { isFresh, isKept, KEPT_MS, KEPT_PATHS, readable } from './kept.rules';

/** How long after an answer it is written down: a page brings several at once. */
const GATHER_MS = 300;
/** Fetched ahead for a hall without network: the most urgent, and not again while they are this young. */
const AHEAD = 40;
const AHEAD_FRESH_MS = 10 * 60_000;

let keeper: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const fresh = new Map<string, Query>();

for (const path of KEPT_PATHS) queryClient.setQueryDefaults(['get', path], { gcTime: KEPT_MS });

queryClient.getQueryCache().subscribe((event) => {
  if (event.type !== 'updated' || !isKept(event.query.queryKey)) return;
  const { query, action } = event;
  if (action.type === 'error' && isNotFound(action.error)) void forgetRows(({ key }) => key === query.queryHash);
  if (action.type !== 'success' || keeper === null) return;
  fresh.set(query.queryHash, query);
  writeSoon();
  if (query.queryKey[1] === '/api/me/work' && !action.manual) void fetchAhead((query.state.data as Work).items);
});

function writeSoon() {
  timer ??= setTimeout(() => void write(), GATHER_MS);
}

async function write() {
  timer = undefined;
  const personId = keeper;
  if (personId === null) return;
  const rows = [...fresh.values()].flatMap(({ queryHash: key, queryKey, state }) =>
    state.data === undefined ? [] : [{ key, queryKey, data: state.data, savedAt: state.dataUpdatedAt, personId }],
  );
  fresh.clear();
  await keepRows(rows);
}

type Work = { items: readonly MyWork[] };

/** Temporary staff are shown no project. */
const isTemporary = () => {
  const { queryKey } = api.queryOptions('get', '/api/me', {});
  return Boolean(queryClient.getQueryData<Me>(queryKey)?.temporary);
};

let ahead = false;
/** My open items, so that they can be read where there is no network; one at a time, behind everything else. */
async function fetchAhead(items: readonly MyWork[]) {
  if (ahead) return;
  ahead = true;
  try {
    for (const row of items.filter(({ mine }) => mine).slice(0, AHEAD)) {
      if (keeper === null || !navigator.onLine) return;
      const params = (id: string) => ({ params: { path: { id } } });
      const project = api.queryOptions('get', '/api/projects/{id}', params(row.projectId), { retry: false });
      const item = api.queryOptions('get', '/api/work-items/{id}', params(row.id), { retry: false });
      if (!isTemporary() && isOld(project.queryKey)) await queryClient.prefetchQuery(project);
      if (isOld(item.queryKey, row.version)) await queryClient.prefetchQuery(item);
    }
  } finally {
    ahead = false;
  }
}

function isOld(queryKey: readonly unknown[], version?: number): boolean {
  const state = queryClient.getQueryState<{ version: number }>(queryKey);
  if (!state?.data || Date.now() - state.dataUpdatedAt > AHEAD_FRESH_MS) return true;
  return version !== undefined && state.data.version !== version;
}

/** From now on what this person reads is kept for a day; what was somebody else's, or is older, goes. */
export function startKeeping(personId: string): void {
  if (keeper === personId) return;
  keeper = personId;
  void forgetRows((row) => row.personId !== personId || !isFresh(row.savedAt, Date.now()));
  for (const query of queryClient.getQueryCache().findAll({ predicate: ({ queryKey }) => isKept(queryKey) })) {
    if (query.state.data !== undefined) fresh.set(query.queryHash, query);
  }
  writeSoon();
}

/** Signed out: nothing stays. */
export async function forgetKept(): Promise<void> {
  keeper = null;
  fresh.clear();
  const desks = import('../routes/check-in/deskStore').then(({ forgetLists }) => forgetLists());
  await Promise.all([forgetRows(() => true), desks.catch(() => undefined)]);
}

/** Shows what was kept, as old as it is; answers whether anything was. */
export async function recall(): Promise<boolean> {
  const rows = readable(await keptRows(), Date.now());
  for (const { queryKey, data, savedAt } of rows) {
    if (queryClient.getQueryData(queryKey) === undefined)
      queryClient.setQueryData(queryKey, data, { updatedAt: savedAt });
  }
  return rows.length > 0;
}

/** A page that stays open offline shows nothing older than a day either. */
export function dropStale(): void {
  const now = Date.now();
  void forgetRows(({ savedAt }) => !isFresh(savedAt, now));
  void queryClient.resetQueries({
    predicate: ({ queryKey, state }) =>
      isKept(queryKey) && state.data !== undefined && !isFresh(state.dataUpdatedAt, now),
  });
}
