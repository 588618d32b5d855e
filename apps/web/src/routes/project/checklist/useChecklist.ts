import { keepPreviousData } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../../api/client';
import { paging } from '../../../api/paging';
import type { ChecklistSearch } from '../../../app/search';

const PAGE = 200;

/** What the filters in the address ask of the list. */
export function filterOf(search: ChecklistSearch, myId: string) {
  const { status, stage, waiting, team, workflow, standard, dueFrom, dueTo, mine, overdue, q } = search;
  const assignee = mine ? myId : search.assignee;
  const plain = { status, stage, waiting, team, workflow, standard, dueFrom, dueTo, q };
  return { ...plain, overdue: overdue && ('true' as const), assignee };
}

/** Where the same rows can be had as a spreadsheet. */
export function spreadsheetOf(projectId: string, myId: string, search: ChecklistSearch): string {
  const given = Object.entries(filterOf(search, myId)).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const query = new URLSearchParams(given).toString();
  return `/api/projects/${projectId}/checklist.xlsx${query && `?${query}`}`;
}

/** The project's work items as the filters in the address ask for them; the pages behind the first come by themselves. */
export function useChecklist(projectId: string, myId: string, search: ChecklistSearch) {
  const query = api.useInfiniteQuery(
    'get',
    '/api/projects/{id}/work-items',
    { params: { path: { id: projectId }, query: { ...filterOf(search, myId), limit: PAGE } } },
    { ...paging, placeholderData: keepPreviousData },
  );
  const { hasNextPage, isFetching, isError, isPlaceholderData, fetchNextPage } = query;
  const wanted = hasNextPage && !isFetching && !isError && !isPlaceholderData;
  useEffect(() => {
    if (wanted) void fetchNextPage();
  }, [wanted, fetchNextPage]);
  return query;
}
