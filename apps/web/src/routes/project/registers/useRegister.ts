import { keepPreviousData, type InfiniteData, type Query } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../../api/client';
import { paging } from '../../../api/paging';
import type { Register, RegisterRow, RegisterRowPage } from '../../../api/types';
import { queryClient } from '../../../app/queryClient';
import type { RegisterSearch } from '../../../app/search';
import { withMoved } from './moving/rowPlaces';

const PAGE = 200;
const ROWS = '/api/registers/{id}/rows';

export const useRegisters = (projectId: string) =>
  api.useQuery('get', '/api/projects/{id}/registers', { params: { path: { id: projectId } } });

export const useRegister = (id: string) => api.useQuery('get', '/api/registers/{id}', { params: { path: { id } } });

/** Shows a list as a change has left it, before anything is fetched again. */
export function showRegister(register: Register) {
  const { queryKey } = api.queryOptions('get', '/api/registers/{id}', { params: { path: { id: register.id } } });
  queryClient.setQueryData(queryKey, register);
}

/** What the filters in the address ask of the rows. */
function filterOf({ q, status, incomplete, column, value, sort, order }: RegisterSearch) {
  const looked = column === undefined ? {} : { column, value };
  return { text: q, status, incomplete: incomplete && ('true' as const), ...looked, sort, order };
}

/** The rows of a list as the filters in the address ask for them, so far as they have been fetched. */
export function useRows(registerId: string, search: RegisterSearch) {
  const query = api.useInfiniteQuery(
    'get',
    ROWS,
    { params: { path: { id: registerId }, query: { ...filterOf(search), limit: PAGE } } },
    { ...paging, placeholderData: keepPreviousData },
  );
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items), [query.data]);
  return { query, rows };
}

/** Shows a row as a change has left it. Fifty pages are not fetched again for one cell, and the row stays where it is. */
export function showRow(row: RegisterRow) {
  queryClient.setQueriesData<InfiniteData<RegisterRowPage>>({ queryKey: ['get', ROWS] }, (data) => {
    if (!data?.pages.some(({ items }) => items.some(({ id }) => id === row.id))) return data;
    const items = (page: RegisterRowPage) => page.items.map((one) => (one.id === row.id ? row : one));
    return { ...data, pages: data.pages.map((page) => ({ ...page, items: items(page) })) };
  });
}

type Asked = { params?: { query?: ReturnType<typeof filterOf> } } | undefined;

/** Sorted or narrowed down, rows are read anew when somebody looks at them again. */
function isWhole(queryKey: readonly unknown[]): boolean {
  const { text, status, incomplete, column, sort } = (queryKey[2] as Asked)?.params?.query ?? {};
  return [text, status, incomplete, column, sort].every((asked) => asked === undefined);
}

/**
 * Shows a row in its new place, where a list is shown in its own order. Pages keep their lengths. An answer that is still
 * on its way knows nothing of the move, and would put the row back.
 */
export function showMoved({ id, registerId }: RegisterRow, after: string | null) {
  const filters = { queryKey: rowsKey(registerId), predicate: (query: Query) => isWhole(query.queryKey) };
  void queryClient.cancelQueries(filters);
  queryClient.setQueriesData<InfiniteData<RegisterRowPage>>(filters, (data) => {
    if (!data) return data;
    const rows = withMoved(
      data.pages.flatMap(({ items }) => items),
      id,
      after,
    );
    let start = 0;
    const pages = data.pages.map((page) => ({ ...page, items: rows.slice(start, (start += page.items.length)) }));
    return { ...data, pages };
  });
}

export const refreshRows = (registerId: string) => queryClient.invalidateQueries({ queryKey: rowsKey(registerId) });

const rowsKey = (id: string) => ['get', ROWS, { params: { path: { id } } }];

/** Completeness and totals hang on every cell. */
export const refreshRegister = (id: string) =>
  queryClient.invalidateQueries({
    queryKey: api.queryOptions('get', '/api/registers/{id}', { params: { path: { id } } }).queryKey,
  });
