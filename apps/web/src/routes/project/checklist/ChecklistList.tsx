import { useEffect, useMemo, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { Group, Line } from './groups';
import { GroupHead } from './GroupHead';
import { useLinesInSight } from './useLinesInSight';
import { usePrinting } from './usePrinting';
import type { Selection } from './useSelection';

/** How a row stands in the list: where it is for a screen reader, and the room of those above it that aren't drawn. */
export interface Placed {
  'data-index': number;
  'aria-setsize': number;
  'aria-posinset': number;
  style: { marginTop: number } | undefined;
  ref: (element: HTMLLIElement | null) => void;
}

interface Props {
  lines: readonly Line[];
  /** The line that holds, or would get, the focus; -1 for none. */
  active: number;
  nameOf: (group: Group) => string;
  folding: { folds: (group: Group) => boolean; isOpen: (group: Group) => boolean; toggle: (group: Group) => void };
  selection: Selection | null;
  busy: boolean;
  /** Brings a line into sight. */
  scrollTo: RefObject<(line: number) => void>;
  onKeyDown: (event: KeyboardEvent) => void;
  drawRow: (line: Line, placed: Placed) => ReactNode;
}

/** The lines of each group: where it begins and how many rows are shown. */
function stretchesOf(lines: readonly Line[]) {
  const heads = lines.flatMap(({ row, group }, index) => (row ? [] : [{ group, index }]));
  return heads.map(({ group, index }, at) => ({ group, index, end: heads[at + 1]?.index ?? lines.length }));
}

/** Groups of rows. Only the rows around the window are in the document, all of them on paper. */
export function ChecklistList(props: Props) {
  const { lines, active, nameOf, folding, selection, busy, scrollTo, onKeyDown, drawRow } = props;
  const { box, virtualizer } = useLinesInSight(lines, active);
  useEffect(() => {
    scrollTo.current = (line) => virtualizer.scrollToIndex(line, { align: 'auto' });
  });
  const printing = usePrinting();
  const stretches = useMemo(() => stretchesOf(lines), [lines]);
  const drawn = printing ? lines.map((_, index) => index) : virtualizer.getVirtualItems().map(({ index }) => index);
  const { measurementsCache, measureElement } = virtualizer;
  const endOf = (index: number) => measurementsCache[index]?.end ?? 0;
  return (
    <div className="checklist" ref={box} aria-busy={busy} onKeyDown={onKeyDown}>
      {stretches.map(({ group, index, end }) => {
        const rows = drawn.filter((line) => line > index && line < end);
        const room = (line: number, above: number) =>
          printing ? undefined : { marginTop: (measurementsCache[line]?.start ?? 0) - endOf(above) };
        const below = printing ? 0 : endOf(end - 1) - endOf(rows.at(-1) ?? index);
        return (
          <GroupHead
            key={group.key}
            {...{ group, selection, index }}
            name={nameOf(group)}
            folds={folding.folds(group)}
            open={folding.isOpen(group)}
            onFold={() => folding.toggle(group)}
            measure={measureElement}
            below={below}
          >
            {rows.map((line, at) =>
              drawRow(lines[line]!, {
                'data-index': line,
                'aria-setsize': group.rows.length,
                'aria-posinset': lines[line]!.at + 1,
                style: room(line, rows[at - 1] ?? index),
                ref: measureElement,
              }),
            )}
          </GroupHead>
        );
      })}
    </div>
  );
}
