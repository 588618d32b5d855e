import { useState } from 'react';
import { api } from '../../../../api/client';
import { ifMatch } from '../../../../api/edit';
import { currentOf } from '../../../../api/problem';
import type { RegisterRow } from '../../../../api/types';
import { notify } from '../../../../app/notify';
import { useI18n } from '../../../../i18n';
import { refreshRows, showMoved, showRow } from '../useRegister';
import { behindDropped, behindOf, type Move, withMoved } from './rowPlaces';

/** How often a row is taken up again because somebody else changed a cell of it meanwhile. */
const MOST_TRIES = 3;

export interface RowMoves {
  /** Where a row stands, from 0; -1 where it is not shown. */
  placeOf: (id: string) => number;
  shown: number;
  may: (id: string, move: Move) => boolean;
  /** Answers where the row stands then; null where it stays. */
  move: (id: string, move: Move) => number | null;
  /** Puts the row at `from` above or below the one at `over`. */
  drop: (from: number, over: number, below: boolean) => void;
  /** What has just happened, to be read out. */
  told: string;
}

/** Moves rows in the list's own order. What is moved stands there at once, and goes back where the server refuses. */
export function useRowMoves(rows: readonly RegisterRow[]): RowMoves {
  const { t } = useI18n();
  const [told, setTold] = useState('');
  const place = api.useMutation('post', '/api/register-rows/{id}/place', { meta: { quiet: true, ownRefresh: true } });
  const ids = rows.map(({ id }) => id);

  /** Where it stands does not hang on what it says, so a cell that somebody changed meanwhile keeps nobody from moving it. */
  async function send(row: RegisterRow, after: string | null, tries = 1): Promise<RegisterRow> {
    try {
      const params = { path: { id: row.id }, header: ifMatch(row) };
      return await place.mutateAsync({ params, body: { after } });
    } catch (error) {
      const current = currentOf<RegisterRow>(error);
      if (!current || tries >= MOST_TRIES) throw error;
      return send(current, after, tries + 1);
    }
  }

  function put(id: string, after: string | null): number {
    const row = rows.find((one) => one.id === id)!;
    const at = withMoved(rows, id, after).findIndex((one) => one.id === id);
    showMoved(row, after);
    setTold(t('register.move.told', { number: at + 1 }));
    send(row, after)
      .then(showRow)
      .catch((error: unknown) => {
        notify.failure(error);
        return refreshRows(row.registerId);
      });
    return at;
  }

  return {
    ...{ told, shown: rows.length },
    placeOf: (id) => ids.indexOf(id),
    may: (id, move) => behindOf(ids, ids.indexOf(id), move) !== undefined,
    move: (id, move) => {
      const after = behindOf(ids, ids.indexOf(id), move);
      return after === undefined ? null : put(id, after);
    },
    drop: (from, over, below) => {
      const after = behindDropped(ids, from, over, below);
      if (after !== undefined && ids[from] !== undefined) put(ids[from], after);
    },
  };
}
