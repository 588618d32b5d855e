import { useState } from 'react';
import { api } from '../../../api/client';
import type { Register, RegisterColumn, RegisterRow } from '../../../api/types';
import { notify } from '../../../app/notify';
import { queryClient } from '../../../app/queryClient';
import { question } from '../../../app/question';
import { useI18n } from '../../../i18n';
import type { Place } from './gridMoves';
import { laidOut, MOST_PASTED, type PastedRow } from './pasted';
import { bodyOf, type RowWrites, wrongCells } from './useRowWrites';

interface Given {
  register: Register;
  rows: readonly RegisterRow[];
  /** As they stand on screen, that of the status first. */
  columns: readonly RegisterColumn[];
  saves: RowWrites;
  /** Rows that haven't been fetched yet: what is pasted must not be added before them. */
  more: boolean;
}

/** Writes what was pasted from a spreadsheet, row by row. What is refused stays in its cell with the reason. */
export function usePaste({ register, rows, columns, saves, more }: Given) {
  const { t, locale } = useI18n();
  const [done, setDone] = useState<{ of: number; rows: number } | null>(null);
  const create = api.useMutation('post', '/api/registers/{id}/rows', { meta: { quiet: true, ownRefresh: true } });

  /** Without the cells that can't be read: a row is not lost for one of them. */
  async function add(cells: PastedRow['cells']): Promise<void> {
    const send = (given: PastedRow['cells']) =>
      create.mutateAsync({ params: { path: { id: register.id } }, body: bodyOf(given) });
    try {
      await send(cells);
    } catch (error) {
      const wrong = wrongCells(error, locale);
      if (Object.keys(wrong).length === 0) throw error;
      const right = Object.fromEntries(Object.entries(cells).filter(([key]) => wrong[key] === undefined));
      const { id } = await send(right);
      for (const [key, reason] of Object.entries(wrong)) saves.note(id, { [key]: cells[key] ?? '' }, reason);
    }
  }

  async function writeAll(all: readonly PastedRow[]) {
    try {
      for (const [index, { at, cells }] of all.entries()) {
        setDone({ of: index, rows: all.length });
        const row = at === null ? undefined : rows[at];
        if (row) await saves.write(row, cells);
        else await add(cells);
      }
    } catch (error) {
      notify.failure(error);
    } finally {
      setDone(null);
      await queryClient.invalidateQueries();
    }
  }

  const refusal = (all: readonly PastedRow[], over: number): string | null => {
    if (over > 0) return t('register.paste.tooWide', { count: over });
    if (all.length > MOST_PASTED) return t('register.paste.tooMany', { count: MOST_PASTED });
    return more && all.some(({ at }) => at === null) ? t('register.paste.notAll') : null;
  };

  return {
    progress: done,
    paste: async (cells: string[][], at: Place) => {
      const { rows: all, over } = laidOut(cells, at, { rows: rows.length, columns });
      const refused = refusal(all, over);
      const changed = all.filter((row) => row.at !== null).length;
      const added = all.length - changed;
      const text = refused ?? t('register.paste.what', { changed, added });
      const title = refused ? t('register.paste.cannot') : t('register.paste.title');
      const asked = refused
        ? { title, content: text, okText: t('common.close') }
        : { title, content: text, okText: t('register.paste.do'), cancelText: t('common.cancel') };
      const agreed = await question.ask(asked);
      if (agreed && !refused) await writeAll(all);
    },
  };
}
