import { api } from '../../../api/client';
import type { ChecklistRow } from '../../../api/types';
import type { Group } from './groups';
import type { Selected } from './selection';

export interface Move {
  /** Undefined where it can't be moved that way. */
  up?: () => void;
  down?: () => void;
}

/** Moves the one selected row past its neighbour in its group, in the project's own order. */
export function useMove(
  projectId: string,
  rows: readonly ChecklistRow[],
  groups: readonly Group[],
  { all, ids }: Selected,
): Move {
  const order = api.useMutation('post', '/api/projects/{id}/order');
  const [id, ...others] = ids;
  const group = groups.find((one) => one.rows.some((row) => row.id === id))?.rows ?? [];
  if (all || !id || others.length > 0 || order.isPending) return {};
  const at = group.findIndex((row) => row.id === id);
  const [before, after] = [group[at - 1], group[at + 1]];
  const move = (behind: string | null) =>
    order.mutate({ params: { path: { id: projectId } }, body: { workItemId: id, after: behind } });
  return {
    up: before && (() => move(rows[rows.indexOf(before) - 1]?.id ?? null)),
    down: after && (() => move(after.id)),
  };
}
