import { api } from '../../api/client';
import { ifMatch } from '../../api/edit';
import type { NewRule } from '../../api/types';

type Row = { id: string; version: number };

/** Changes and removes rules that stand in a list of their own; `quiet` ones say themselves what was refused. */
export function useChangeRule({ quiet }: { quiet: boolean }) {
  const patch = api.useMutation('patch', '/api/reminder-rules/{id}', { meta: { quiet } });
  const remove = api.useMutation('delete', '/api/reminder-rules/{id}');
  return {
    edit: ({ id, version }: Row, body: Omit<NewRule, 'replaces'>) =>
      patch.mutateAsync({ params: { path: { id }, header: ifMatch({ version }) }, body }),
    remove: ({ id }: Row) => remove.mutate({ params: { path: { id } } }),
    busy: patch.isPending || remove.isPending,
  };
}

/** The row of a rule that can be changed here; null where it is only inherited. */
export function rowOf({ id, version }: { id: string | null; version: number | null }): Row | null {
  return id === null || version === null ? null : { id, version };
}
