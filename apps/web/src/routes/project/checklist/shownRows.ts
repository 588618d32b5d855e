import type { ChecklistRow } from '../../../api/types';
import { queryClient } from '../../../app/queryClient';

/** Draws rows of the list in the cache anew, before the server has answered. */
export function changeRow(projectId: string, id: string, change: (row: ChecklistRow) => ChecklistRow) {
  type Pages = { pages: { items: ChecklistRow[] }[] };
  const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) =>
    queryKey[1] === '/api/projects/{id}/work-items' && JSON.stringify(queryKey[2]).includes(projectId);
  const swapped = (row: ChecklistRow) => (row.id === id ? change(row) : row);
  queryClient.setQueriesData<Pages>(
    { predicate },
    (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(swapped) })) },
  );
}

export type Saved = Pick<ChecklistRow, 'id' | 'version'>;

/** With the version that a save has made of it: by the one before, the next change would be refused as somebody else's. */
export const rowAfter = (row: ChecklistRow, saved: Saved): ChecklistRow =>
  row.id === saved.id ? { ...row, version: Math.max(row.version, saved.version) } : row;
