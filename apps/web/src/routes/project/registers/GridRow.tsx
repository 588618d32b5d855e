import { type DragEvent, memo } from 'react';
import ExpandOutlined from '@ant-design/icons/es/icons/ExpandAltOutlined';
import type { RegisterColumn, RegisterRow } from '../../../api/types';
import { useI18n } from '../../../i18n';
import { type CellWords, cellText, draftText, typedText } from './cellText';
import { CellEditor } from './CellEditor';
import { WorkLink } from './RowWork';
import { FilesCell } from './filing/FilesCell';
import { cellState, holdsFiles, isNumber, valueOf } from './gridColumns';
import type { GridCursor } from './useGridCursor';
import type { Draft } from './useDrafts';

interface Props {
  row: RegisterRow;
  /** Its place in what is shown, from 0. */
  index: number;
  top: number;
  columns: readonly RegisterColumn[];
  words: CellWords;
  drafts: Readonly<Record<string, Draft>> | undefined;
  /** Only of the row that has the focus: the others are not drawn anew while somebody types. */
  cursor: GridCursor | null;
  onGo: (place: { row: number; column: number }) => void;
  onOpen: (row: RegisterRow) => void;
  /** Shows the files of a cell, and adds those that were dropped on it. */
  onFiles: (row: RegisterRow, column: RegisterColumn, dropped?: File[]) => void;
  mayWrite: boolean;
  movable: boolean;
  /** On which side of it the row that is dragged would come to stand. */
  line: 'above' | 'below' | null;
  /** The project, where a cell behind the others shows the work that the row has become. */
  worksIn: string | null;
}

interface CellProps extends Pick<Props, 'row' | 'words' | 'cursor' | 'index' | 'mayWrite' | 'onFiles'> {
  column: RegisterColumn;
  draft: Draft | undefined;
  active: boolean;
}

function Cell({ row, column, words, draft, cursor, index, active, mayWrite, onFiles }: CellProps) {
  const { t, pick } = useI18n();
  const value = valueOf(row, column);
  const linked = row.names[column.key];
  const name = pick(column.name, column.nameEn);
  if (column.masked) return <span aria-label={t('register.masked')}>•••</span>;
  const label = t('register.cellOf', { name, row: index + 1 });
  if (holdsFiles(column))
    return <FilesCell {...{ row, column, label, mayWrite }} onOpen={() => onFiles(row, column)} />;
  if (active && cursor?.writes) {
    return (
      <>
        <CellEditor
          column={column}
          label={label}
          text={cursor.typed ?? draft?.text ?? typedText(column, value, linked)}
          typing={cursor.typed !== null}
          focused={cursor.focused}
          onType={cursor.type}
          onChoose={cursor.choose}
          onKeyDown={cursor.onKeyDown}
        />
        {draft?.error && (
          <p className="cell-error" role="alert">
            {draft.error}
          </p>
        )}
      </>
    );
  }
  return (
    <span className="cell-text">
      {draft ? draftText(column, draft.text, words) : cellText(column, value, words, linked)}
    </span>
  );
}

/** Opens the row, and is what it is dragged by. */
function RowHead({ row, index, movable, onOpen }: Pick<Props, 'row' | 'index' | 'movable' | 'onOpen'>) {
  const { t } = useI18n();
  return (
    <div role="rowheader" className={movable ? 'grid-number grid-handle' : 'grid-number'} draggable={movable}>
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('register.openRow', { row: index + 1 })}
        onClick={() => onOpen(row)}
      >
        <span aria-hidden>{index + 1}</span>
        <ExpandOutlined aria-hidden />
      </button>
    </div>
  );
}

/** Files that are dropped on a cell; a row that is dragged is none. */
function dropOn(take: (files: File[]) => void) {
  return {
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes('Files')) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      const files = [...event.dataTransfer.files];
      if (files.length === 0) return;
      event.preventDefault();
      take(files);
    },
  };
}

export const GridRow = memo(function GridRow(props: Props) {
  const { row, index, top, columns, words, drafts, cursor, onGo, onOpen, worksIn, movable, line, mayWrite, onFiles } =
    props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      className={`grid-row grid-row-${row.status} ${line ? `grid-row-${line}` : ''}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <RowHead {...{ row, index, movable, onOpen }} />
      {columns.map((column, at) => {
        const active = cursor?.at.column === at;
        const draft = drafts?.[column.key];
        // Where there is no field to take the focus and the keys, the cell does.
        const filed = holdsFiles(column) && !column.masked;
        const readOnly = active && !(cursor?.writes && !column.masked && !filed);
        const drop = filed && mayWrite ? dropOn((files) => onFiles(row, column, files)) : {};
        const kind = isNumber(column) ? 'grid-cell grid-cell-number' : 'grid-cell';
        return (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={at + 2}
            aria-selected={active}
            aria-invalid={draft?.error ? true : undefined}
            data-cell={`${index} ${at}`}
            tabIndex={readOnly ? 0 : -1}
            className={`${kind} cell-${cellState(row, column, draft)} ${active ? 'grid-cell-active' : ''}`}
            title={draft?.error ?? undefined}
            onMouseDown={(event) => {
              if (active) return;
              event.preventDefault();
              onGo({ row: index, column: at });
            }}
            onDoubleClick={filed ? undefined : () => cursor?.begin()}
            {...drop}
            onKeyDown={readOnly ? cursor?.onKeyDown : undefined}
          >
            <Cell {...{ row, column, words, draft, cursor, index, active, mayWrite, onFiles }} />
          </div>
        );
      })}
      {worksIn && (
        <div role="gridcell" aria-colindex={columns.length + 2} className="grid-cell grid-work">
          {row.work && <WorkLink work={row.work} projectId={worksIn} tabIndex={-1} />}
        </div>
      )}
    </div>
  );
});
