import { useRef } from 'react';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import { currentOf, fieldErrors, problemText, wrongFields } from '../../../api/problem';
import type { RegisterRow, RowStatus } from '../../../api/types';
import { useI18n } from '../../../i18n';
import { type Typed, useDrafts } from './useDrafts';
import { refreshRegister, showRow } from './useRegister';

/** The column that says how a row stands; the server lets no column of a list have this key. */
export const STATUS = 'status';

/** How often a row is taken up again because somebody else changed other cells of it meanwhile. */
const MOST_TRIES = 3;

/** What is typed into a row as the server takes it. */
export function bodyOf({ [STATUS]: status, ...cells }: Typed) {
  return {
    ...(status !== undefined && { status: status as RowStatus }),
    ...(Object.keys(cells).length > 0 && { cells }),
  };
}

/** What the server says is wrong with cells, by column. */
export function wrongCells(error: unknown, locale: string): Record<string, string> {
  const status = fieldErrors(error, locale)['/status'];
  const cells = wrongFields(error, locale, '/cells/');
  return status === undefined ? cells : { ...cells, [STATUS]: status };
}

const valueIn = (row: RegisterRow, key: string) => (key === STATUS ? row.status : row.cells[key]);

/**
 * Writes cells: what is typed stays on screen until the server has kept it, and where it is refused, with the reason. The
 * writes of one row go one after the other, each with the version that the one before made.
 */
export function useRowWrites(registerId: string, rows: readonly RegisterRow[]) {
  const { t, locale } = useI18n();
  const { drafts, note, drop } = useDrafts();
  const known = useRef(new Map<string, RegisterRow>());
  const turns = useRef(new Map<string, Promise<void>>());
  for (const row of rows) {
    const before = known.current.get(row.id);
    if (!before || before.version < row.version) known.current.set(row.id, row);
  }
  const patch = api.useMutation('patch', '/api/register-rows/{id}', { meta: { quiet: true, ownRefresh: true } });

  const kept = (row: RegisterRow, keys: readonly string[]) => {
    known.current.set(row.id, row);
    showRow(row);
    drop(row.id, keys);
  };

  /** Other cells may have changed meanwhile; where these did, their author decides. */
  async function send(rowId: string, typed: Typed, seen: RegisterRow, tries = 1): Promise<void> {
    const row = known.current.get(rowId) ?? seen;
    const keys = Object.keys(typed);
    try {
      const params = { path: { id: rowId }, header: ifMatch(row) };
      kept(await patch.mutateAsync({ params, body: bodyOf(typed) }), keys);
    } catch (error) {
      const current = currentOf<RegisterRow>(error);
      if (current) {
        known.current.set(rowId, current);
        showRow(current);
        const untouched = keys.every((key) => valueIn(current, key) === valueIn(seen, key));
        if (untouched && tries < MOST_TRIES) return send(rowId, typed, seen, tries + 1);
        return note(rowId, typed, t('register.movedMeanwhile'));
      }
      await refused(rowId, typed, seen, error);
    }
  }

  /** The cells that are right are kept all the same. */
  async function refused(rowId: string, typed: Typed, seen: RegisterRow, error: unknown): Promise<void> {
    const wrong = wrongCells(error, locale);
    const keys = Object.keys(typed);
    const reasons = Object.entries(wrong);
    if (reasons.length === 0) return note(rowId, typed, problemText(error, locale) ?? t('error.unreachable'));
    for (const [key, reason] of reasons) note(rowId, { [key]: typed[key]! }, reason);
    const right = keys.filter((key) => wrong[key] === undefined);
    if (right.length === 0) return;
    await send(rowId, Object.fromEntries(right.map((key) => [key, typed[key]!])), seen);
  }

  return {
    drafts,
    write: (row: RegisterRow, typed: Typed): Promise<void> => {
      note(row.id, typed, null);
      const before = turns.current.get(row.id) ?? Promise.resolve();
      const mine = before.then(() => send(row.id, typed, row)).then(() => refreshRegister(registerId));
      turns.current.set(row.id, mine);
      return mine;
    },
    /** What could not be kept is let go. */
    drop,
    /** Something that a new row could not be given. */
    note,
  };
}

export type RowWrites = ReturnType<typeof useRowWrites>;
