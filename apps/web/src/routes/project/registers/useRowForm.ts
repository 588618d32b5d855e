import { useState } from 'react';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import { currentOf } from '../../../api/problem';
import type { Register, RegisterRow, RowStatus } from '../../../api/types';
import { typedText } from './cellText';
import { holdsFiles } from './gridColumns';

type Texts = Record<string, string>;

/** What is typed into the form of a row. Only what its author changed is sent: all else may be somebody else's. */
export function useRowForm({ id, columns }: Register, row: RegisterRow | null, onDone: () => void) {
  const [seen, setSeen] = useState(row);
  const [changes, setChanges] = useState<Texts>({});
  const [status, setStatus] = useState<RowStatus | null>(null);
  const [movedKeys, setMovedKeys] = useState<readonly string[]>([]);
  /** As somebody else, or a file that came, has left it: what was typed stays, and what of it moved is told. */
  const take = (current: RegisterRow) => {
    const typed = Object.keys(changes);
    const moved = typed.filter((key) => current.cells[key] !== seen?.cells[key]);
    setMovedKeys(moved);
    setSeen(current);
  };
  // Files are added to a row that is there: it stays open for them.
  const takesFiles = columns.some((column) => holdsFiles(column) && !column.masked);
  const create = api.useMutation('post', '/api/registers/{id}/rows', {
    meta: { quiet: true },
    onSuccess: (made) => {
      if (!takesFiles) return onDone();
      setChanges({});
      setSeen(made);
    },
  });
  const toTheEnd = {
    meta: { quiet: true },
    onSuccess: onDone,
    onError: (error: unknown) => {
      const current = currentOf<RegisterRow>(error);
      if (current) take(current);
    },
  };
  const edit = api.useMutation('patch', '/api/register-rows/{id}', toTheEnd);
  const remove = api.useMutation('delete', '/api/register-rows/{id}', toTheEnd);
  const kept = (key: string) => {
    const column = columns.find((one) => one.key === key);
    return column && seen ? typedText(column, seen.cells[key]) : '';
  };
  const texts = Object.fromEntries(columns.map(({ key }) => [key, changes[key] ?? kept(key)]));
  const cells = Object.fromEntries(Object.entries(changes).filter(([key, text]) => text !== kept(key)));
  const body = { ...(status && { status }), cells };
  return {
    ...{ texts, seen, setStatus, take },
    status: status ?? seen?.status ?? 'open',
    busy: create.isPending || edit.isPending || remove.isPending,
    error: create.error ?? edit.error ?? remove.error,
    unsaved: Object.keys(cells).length > 0 || (status !== null && status !== seen?.status),
    /** The columns that somebody else has changed since. */
    moved: columns.filter(({ key }) => movedKeys.includes(key)),
    set: (part: Texts) => setChanges((now) => ({ ...now, ...part })),
    submit: () => {
      remove.reset();
      if (!seen) return create.mutate({ params: { path: { id } }, body });
      edit.mutate({ params: { path: { id: seen.id }, header: ifMatch(seen) }, body });
    },
    remove: () => {
      edit.reset();
      if (seen) remove.mutate({ params: { path: { id: seen.id }, header: ifMatch(seen) } });
    },
  };
}
