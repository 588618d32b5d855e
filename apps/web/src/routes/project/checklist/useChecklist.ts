import { keepPreviousData } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { paging } from '../../../api/paging';
import type { ChecklistSearch } from '../../../app/search';

const PAGE = 200;

/** What the filters in the address ask of the list. */
function filterOf({ mine, overdue, assignee, group: _group, ...rest }: ChecklistSearch, myId: string) {
  return { ...rest, overdue: overdue && ('true' as const), assignee: mine ? myId : assignee };
}

/** Where the same rows can be had as a spreadsheet. */
export function spreadsheetOf(projectId: string, myId: string, search: ChecklistSearch): string {
  const given = Object.entries(filterOf(search, myId)).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const query = new URLSearchParams(given).toString();
  return `/api/projects/${projectId}/checklist.xlsx${query && `?${query}`}`;
}

/** The project's work items as the filters in the address ask for them. */
export function useChecklist(projectId: string, myId: string, search: ChecklistSearch) {
  const query = { ...filterOf(search, myId), limit: PAGE };
  return api.useInfiniteQuery(
    'get',
    '/api/projects/{id}/work-items',
    { params: { path: { id: projectId }, query } },
    { ...paging, placeholderData: keepPreviousData },
  );
}
