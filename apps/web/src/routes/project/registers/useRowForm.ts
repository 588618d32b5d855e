import { useState } from 'react';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import { currentOf } from '../../../api/problem';
import type { Register, RegisterRow, RowStatus } from '../../../api/types';
import { typedText } from './cellText';

type Texts = Record<string, string>;

/** What is typed into the form of a row. Only what its author changed is sent: all else may be somebody else's. */
export function useRowForm({ id, columns }: Register, row: RegisterRow | null, onDone: () => void) {
  const [seen, setSeen] = useState(row);
  const [changes, setChanges] = useState<Texts>({});
  const [status, setStatus] = useState<RowStatus | null>(null);
  const [movedKeys, setMovedKeys] = useState<readonly string[]>([]);
  const create = api.useMutation('post', '/api/registers/{id}/rows', { meta: { quiet: true }, onSuccess: onDone });
  const edit = api.useMutation('patch', '/api/register-rows/{id}', {
    meta: { quiet: true },
    onSuccess: onDone,
    onError: (error) => {
      const current = currentOf<RegisterRow>(error);
      if (!current) return;
      setMovedKeys(Object.keys(changes).filter((key) => current.cells[key] !== seen?.cells[key]));
      setSeen(current);
    },
  });
  const remove = api.useMutation('delete', '/api/register-rows/{id}', { onSuccess: onDone });
  const kept = (key: string) => {
    const column = columns.find((one) => one.key === key);
    return column && seen ? typedText(column, seen.cells[key]) : '';
  };
  const texts = Object.fromEntries(columns.map(({ key }) => [key, changes[key] ?? kept(key)]));
  const cells = Object.fromEntries(Object.entries(changes).filter(([key, text]) => text !== kept(key)));
  const body = { ...(status && { status }), cells };
  return {
    ...{ texts, seen, setStatus },
    status: status ?? seen?.status ?? 'open',
    busy: create.isPending || edit.isPending,
    error: create.error ?? edit.error,
    unsaved: Object.keys(cells).length > 0 || (status !== null && status !== seen?.status),
    /** The columns that somebody else has changed since. */
    moved: columns.filter(({ key }) => movedKeys.includes(key)),
    set: (part: Texts) => setChanges((now) => ({ ...now, ...part })),
    submit: () => {
      if (!seen) return create.mutate({ params: { path: { id } }, body });
      edit.mutate({ params: { path: { id: seen.id }, header: ifMatch(seen) }, body });
    },
    remove: () => seen && remove.mutate({ params: { path: { id: seen.id }, header: ifMatch(seen) } }),
  };
}
