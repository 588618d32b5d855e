import { useState } from 'react';
import { api } from '../../../../api/client';
import { ifMatch } from '../../../../api/edit';
import { ApiError, currentOf, fieldErrors } from '../../../../api/problem';
import type { Register } from '../../../../api/types';
import { useI18n } from '../../../../i18n';
import { showRegister } from '../useRegister';
import { changedColumns, type ColumnDraft, draftOf, isNamed, newDraft } from './columnDrafts';

/** Cells that would go with their column. */
export interface LostCells {
  column: string;
  name: string;
  nameEn: string;
  cells: number;
}

function lostCellsOf(error: unknown): LostCells[] {
  if (!(error instanceof ApiError) || error.problem?.type !== '/problems/cells-would-be-lost') return [];
  return error.problem.lostCells as LostCells[];
}

/** The columns of a list while somebody changes them. Cells are thrown away only by naming their column. */
export function useColumns(register: Register, onDone: () => void) {
  const { locale } = useI18n();
  const [seen, setSeen] = useState(register);
  const [drafts, setDrafts] = useState<ColumnDraft[]>(() => register.columns.map(draftOf));
  const [throwAway, setThrowAway] = useState<readonly string[]>([]);
  const save = api.useMutation('put', '/api/registers/{id}/columns', {
    meta: { quiet: true },
    onSuccess: (after) => {
      showRegister(after);
      onDone();
    },
    onError: (error) => {
      const current = currentOf<Register>(error);
      if (!current) return;
      // Two ways to put the same columns can't be laid over each other: it begins anew with what there is.
      setSeen(current);
      setDrafts(current.columns.map(draftOf));
      setThrowAway([]);
    },
  });
  const lost = lostCellsOf(save.error);
  const errors = fieldErrors(save.error, locale);
  const sent = drafts.filter(isNamed);
  return {
    ...{ drafts, lost, throwAway },
    busy: save.isPending,
    error: save.error,
    ready: sent.length > 0 && lost.every(({ column }) => throwAway.includes(column)),
    change: (next: ColumnDraft[]) => {
      // What was asked of other columns is no answer any more.
      save.reset();
      setThrowAway([]);
      setDrafts(next);
    },
    add: () => setDrafts([...drafts, newDraft()]),
    /** What is wrong with a column, wherever in it. */
    errorOf: (draft: ColumnDraft) =>
      Object.entries(errors).find(([pointer]) => pointer.startsWith(`/columns/${sent.indexOf(draft)}/`))?.[1],
    known: Object.keys(errors).filter((pointer) => pointer.startsWith('/columns/')),
    toThrowAway: (column: string, on: boolean) =>
      setThrowAway((now) => (on ? [...now, column] : now.filter((one) => one !== column))),
    submit: () =>
      save.mutate({
        params: { path: { id: seen.id }, header: ifMatch(seen) },
        body: { columns: changedColumns(drafts, seen.columns), throwAway: [...throwAway] },
      }),
  };
}
