import { type KeyboardEvent, useState } from 'react';
import type { RegisterColumn, RegisterRow } from '../../../api/types';
import { typedText } from './cellText';
import { isChosen, valueOf } from './gridColumns';
import { type GridKeys, whileLooking, whileTyping } from './gridKeys';
import type { Place } from './gridMoves';
import type { RowWrites } from './useRowWrites';

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
}

/** The cell that has the focus, and what is typed into it. Moving on keeps what was typed, Escape lets it go. */
export function useGridCursor({ rows, columns, writes, saves, scrollTo }: Given): GridCursor {
  const [place, setPlace] = useState<Place>({ row: 0, column: 1 });
  const [typed, setTyped] = useState<string | null>(null);
  const [focused, setFocused] = useState(0);
  const extent = { rows: rows.length, columns: columns.length, page: PAGE };
  const at = {
    row: Math.min(place.row, Math.max(rows.length - 1, 0)),
    column: Math.min(place.column, columns.length - 1),
  };
  const row = rows[at.row];
  const column = columns[at.column];
  const now = row && column ? typedText(column, valueOf(row, column), row.names[column.key]) : '';
  const draft = row && column && saves.drafts[row.id]?.[column.key];
  const writable = writes && column?.masked === false;

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
  const go = (to: Place) => {
    keep(typed);
    setPlace(to);
    focus();
    scrollTo(to.row);
  };
  const begin = () => {
    if (writable && column && !isChosen(column)) setTyped((begun) => begun ?? draft?.text ?? now);
  };
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
    ...{ at, writes, typed, focused, go, begin, type: setTyped, choose: keep },
    commit: () => keep(typed),
    onKeyDown: (event) => {
      // Keys of an input method that puts a character together are its own.
      if (event.nativeEvent.isComposing || event.altKey) return;
      const taken = typed === null ? whileLooking(event, keys) : whileTyping(event, keys);
      if (!taken) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
