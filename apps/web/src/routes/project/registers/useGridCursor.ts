import { type KeyboardEvent, type SetStateAction, useState } from 'react';
import type { RegisterColumn, RegisterRow } from '../../../api/types';
import { typedText } from './cellText';
import { holdsFiles, isChosen, valueOf } from './gridColumns';
import { type GridKeys, whileLooking, whileTyping } from './gridKeys';
import { type Anchored, type Place, rowOf } from './gridMoves';
import type { Move } from './moving/rowPlaces';
import type { RowMoves } from './moving/useRowMoves';
import type { RowWrites } from './useRowWrites';

/** With Alt. */
const MOVE_KEYS: Record<string, Move | undefined> = { ArrowUp: 'up', ArrowDown: 'down', Home: 'top' };
/** Rows that Page up and Page down pass over. */
const PAGE = 15;

export interface GridCursor {
  at: Place;
  /** Whether its reader may write. */
  writes: boolean;
  /** What is being typed; null while the cell is only looked at. */
  typed: string | null;
  /** Counts up whenever the cell is to take the focus. */
  focused: number;
  go: (to: Place) => void;
  begin: () => void;
  type: (text: string) => void;
  choose: (text: string) => void;
  /** Keeps what was typed. */
  commit: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

interface Given {
  rows: readonly RegisterRow[];
  columns: readonly RegisterColumn[];
  writes: boolean;
  saves: RowWrites;
  scrollTo: (row: number) => void;
  /** Enter on a cell of files shows them. */
  onFiles: (row: RegisterRow, column: RegisterColumn) => void;
  /** Null where rows are not shown in the list's own order, or may not be moved. */
  moves: RowMoves | null;
}

/** Alt with an arrow moves the whole row, and the focus with it. */
function moveRow(
  event: KeyboardEvent,
  { id }: RegisterRow,
  moves: RowMoves,
  go: (to: number, id: string) => void,
): void {
  const how = MOVE_KEYS[event.key];
  if (how === undefined) return;
  event.preventDefault();
  const to = moves.move(id, how);
  if (to !== null) go(to, id);
}

/**
 * The cell that has the focus, and what is typed into it. Moving on keeps what was typed, Escape lets it go. It stays with
 * its row wherever others move that: by its number alone, what is being typed would go into the row that came in its place.
 */
export function useGridCursor({ rows, columns, writes, saves, scrollTo, onFiles, moves }: Given): GridCursor {
  const [place, setPlace] = useState<Anchored>({ row: 0, column: 1 });
  const [typed, setTyped] = useState<string | null>(null);
  const [focused, setFocused] = useState(0);
  const extent = { rows: rows.length, columns: columns.length, page: PAGE };
  const at = { row: rowOf(place, rows), column: Math.min(place.column, columns.length - 1) };
  // A row that is gone takes along what was being typed into it.
  const gone = typed !== null && place.id !== undefined && rows[at.row]?.id !== place.id;
  const row = gone ? undefined : rows[at.row];
  const column = columns[at.column];
  const now = row && column ? typedText(column, valueOf(row, column), row.names[column.key]) : '';
  const draft = row && column && saves.drafts[row.id]?.[column.key];
  const writable = writes && column?.masked === false && !holdsFiles(column);

  const letGo = () => {
    setTyped(null);
    if (draft?.error && row && column) saves.drop(row.id, [column.key]);
  };
  const keep = (text: string | null) => {
    if (text === null || !row || !column) return setTyped(null);
    if (text === now) return letGo();
    setTyped(null);
    void saves.write(row, { [column.key]: text });
  };
  const focus = () => setFocused((count) => count + 1);
  const go = (to: Place, id = rows[to.row]?.id) => {
    keep(typed);
    setPlace({ ...to, id });
    focus();
    scrollTo(to.row);
  };
  const type = (text: SetStateAction<string | null>) => {
    if (row) setPlace({ ...at, id: row.id });
    if (row) setTyped(text);
  };
  const begin = () => {
    if (row && column && holdsFiles(column) && !column.masked) return onFiles(row, column);
    if (writable && column && !isChosen(column)) type((begun) => begun ?? draft?.text ?? now);
  };
  const toRow = (to: number, id: string) => go({ row: to, column: at.column }, id);
  const keys: GridKeys = {
    ...{ at, extent, go, begin },
    chosen: column !== undefined && isChosen(column),
    clear: () => writable && keep(''),
    giveUp: () => {
      letGo();
      focus();
    },
  };
  return {
    ...{ at, writes, typed: gone ? null : typed, focused, go, begin, type, choose: keep },
    commit: () => keep(typed),
    onKeyDown: (event) => {
      // Keys of an input method that puts a character together are its own.
      if (event.nativeEvent.isComposing) return;
      if (event.altKey) return typed === null && row && moves ? moveRow(event, row, moves, toRow) : undefined;
      const taken = typed === null ? whileLooking(event, keys) : whileTyping(event, keys);
      if (!taken) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
