import { useVirtualizer } from '@tanstack/react-virtual';
import { type ClipboardEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Register, RegisterColumn, RegisterRow } from '../../../api/types';
import type { RegisterSearch } from '../../../app/search';
import { useI18n } from '../../../i18n';
import { GridHead } from './GridHead';
import { GridRow } from './GridRow';
import type { Place } from './gridMoves';
import { useRowDrag } from './moving/useRowDrag';
import type { RowMoves } from './moving/useRowMoves';
import { pastedCells } from './pasted';
import { useCellWords } from './useCellWords';
import { useGridCursor } from './useGridCursor';
import type { RowWrites } from './useRowWrites';

const ROW_HEIGHT = 40;
/** Rows drawn above and below what is seen. */
const BESIDE = 8;
/** Widths of columns by what they hold (em). */
const WIDTHS = {
  ...{ text: 13, person: 8, number: 8, money: 9, date: 10, 'time-range': 16 },
  ...{ 'e-mail': 14, phone: 10, choice: 8, 'yes-no': 6, 'row-link': 12, file: 14 },
} as const;

interface Props {
  register: Register;
  /** That of the status first. */
  columns: readonly RegisterColumn[];
  rows: readonly RegisterRow[];
  search: RegisterSearch;
  saves: RowWrites;
  onSort: (key: string) => void;
  onOpen: (row: RegisterRow) => void;
  onFiles: (row: RegisterRow, column: RegisterColumn, dropped?: File[]) => void;
  /** Null where rows are not shown in the list's own order, or may not be moved. */
  moves: RowMoves | null;
  onPaste: (cells: string[][], at: Place) => void;
  /** The end of what has been fetched comes near. */
  onNearEnd: () => void;
}

/** A list as a spreadsheet: by keyboard, with what is pasted from one, and only the rows in sight in the document. */
export function RegisterGrid(props: Props) {
  const { register, columns, rows, search, saves, moves, onSort, onOpen, onFiles, onPaste, onNearEnd } = props;
  const { pick } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  const words = useCellWords();
  const { drawn, height, scrollTo } = useRowsInSight(box, rows.length, onNearEnd);
  const cursor = useGridCursor({ rows, columns, writes: register.mayWrite, saves, scrollTo, onFiles, moves });
  const drag = useRowDrag(moves);
  const { go } = cursor;
  const latest = useRef(go);
  latest.current = go;
  const onGo = useCallback((place: Place) => latest.current(place), []);
  useReadOnlyFocus(box, cursor.focused, cursor.at);
  const paste = (event: ClipboardEvent) => {
    const cells = register.mayWrite ? pastedCells(event.clipboardData.getData('text/plain')) : null;
    if (!cells) return;
    event.preventDefault();
    onPaste(cells, cursor.at);
  };
  const works = rows.some(({ work }) => work !== null);
  const template = `3.4em ${columns.map(({ type }) => `${WIDTHS[type]}em`).join(' ')}${works ? ' 8em' : ''}`;
  return (
    <div
      ref={box}
      role="grid"
      aria-label={pick(register.name, register.nameEn)}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + (works ? 2 : 1)}
      aria-readonly={!register.mayWrite}
      className="register-grid"
      style={{ '--grid-columns': template } as object}
      onPaste={paste}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) cursor.commit();
      }}
    >
      <GridHead columns={columns} sort={search.sort} descending={search.order === 'desc'} {...{ onSort, works }} />
      <div role="rowgroup" className="grid-body" style={{ height }} {...drag.handlers}>
        {drawn.map(({ index, start }) => {
          const row = rows[index]!;
          return (
            <GridRow
              key={row.id}
              {...{ row, index, columns, words, onGo, onOpen, onFiles }}
              movable={moves !== null}
              line={drag.lineAt(index)}
              mayWrite={register.mayWrite}
              worksIn={works ? register.projectId : null}
              top={start}
              drafts={saves.drafts[row.id]}
              cursor={index === cursor.at.row ? cursor : null}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The rows that are drawn as the grid scrolls past them. */
function useRowsInSight(box: RefObject<HTMLDivElement | null>, count: number, onNearEnd: () => void) {
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: BESIDE,
    scrollPaddingStart: ROW_HEIGHT,
  });
  const drawn = virtualizer.getVirtualItems();
  const end = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (count > 0 && end > count - BESIDE * 3) onNearEnd();
  }, [end, count, onNearEnd]);
  return { drawn, height: virtualizer.getTotalSize(), scrollTo: (row: number) => virtualizer.scrollToIndex(row) };
}

/** A cell that can't be written has no field to take the focus. */
function useReadOnlyFocus(box: RefObject<HTMLDivElement | null>, focused: number, { row, column }: Place) {
  useEffect(() => {
    if (focused === 0) return;
    const cell = box.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`);
    if (cell && !cell.querySelector('textarea, select, input')) cell.focus({ preventScroll: true });
  }, [box, focused, row, column]);
}
