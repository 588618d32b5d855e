import { keepPreviousData } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { paging } from '../../../api/paging';
import type { ChecklistSearch } from '../../../app/search';

const PAGE = 200;

/** The project's work items as the filters in the address ask for them. */
export function useChecklist(projectId: string, myId: string, search: ChecklistSearch) {
  const { status, stage, waiting, team, mine, overdue, q } = search;
  const query = {
    status,
    stage,
    waiting,
    team,
    q,
    overdue: overdue && ('true' as const),
    assignee: mine ? myId : undefined,
    limit: PAGE,
  };
  return api.useInfiniteQuery(
    'get',
    '/api/projects/{id}/work-items',
    { params: { path: { id: projectId }, query } },
    { ...paging, placeholderData: keepPreviousData },
  );
}
