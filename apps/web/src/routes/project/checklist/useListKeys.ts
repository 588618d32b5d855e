import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useBulkUndoKey } from '../../../bulk/useBulkUndo';
import { useI18n } from '../../../i18n';
import { useKeys } from '../../../keys';
import type { BulkKind } from './BulkFields';
import { SEARCH_BOX } from './ChecklistFilters';
import { mayBeChosen } from './mayBeChosen';
import type { Cursor } from './useCursor';
import { fieldsFor, type RowEdit, type RowField } from './useRowEdit';
import type { Selection } from './useSelection';

interface Props {
  cursor: Cursor;
  edit: RowEdit;
  selection: Selection;
  /** How many rows are chosen. */
  chosen: number;
  /** Absent for those who may not change many at once. */
  bulk?: (kind: BulkKind) => void;
  /** The ids of all rows, in the order in which they are shown. */
  order: readonly string[];
  projectId: string;
  /** Leaves whatever is chosen. */
  onClear: () => void;
}

const FIELD_OF = { assign: 'assignee', dates: 'days', status: 'status' } as const satisfies Record<BulkKind, RowField>;

/** The checklist by keyboard alone. What is chosen is changed together, else the row under the cursor. */
export function useListKeys({ cursor, edit, selection, chosen, bulk, order, projectId, onClear }: Props) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const { row } = cursor;
  const begin = (field: RowField | undefined, opens: boolean) => {
    if (!row) return;
    const offered = fieldsFor(row);
    const first = field ?? offered[0];
    if (first && offered.includes(first)) edit.begin(row, first, opens);
  };
  const change = (kind: BulkKind) => () => {
    if (chosen > 0) bulk?.(kind);
    else begin(FIELD_OF[kind], true);
  };
  const step = (by: number) => (shift: boolean) => {
    if (shift && row && bulk && selection.selected.ids.size === 0) selection.toggle([row.id], true);
    const next = cursor.step(by);
    if (shift && next && bulk) selection.extend(order, next.id);
  };
  const choose = (shift: boolean) => {
    if (!row || !bulk || !mayBeChosen(row)) return;
    if (shift) selection.extend(order, row.id);
    else selection.toggle([row.id], !selection.has(row.id));
    cursor.focus();
  };
  const open = () => {
    if (row) void navigate({ to: '/projects/$projectId/items/$itemId', params: { projectId, itemId: row.id } });
  };
  useKeys(t('list.keys.title'), [
    { key: 'j', label: t('list.keys.next'), run: step(1) },
    { key: 'k', label: t('list.keys.previous'), run: step(-1) },
    { key: 'Enter', label: t('list.keys.open'), run: open },
    ...(bulk ? [{ key: 'x', label: t('list.keys.choose'), run: choose }] : []),
    { key: 'e', label: t('list.keys.edit'), run: () => begin(undefined, false) },
    { key: 'a', label: t('list.keys.assign'), run: change('assign') },
    { key: 'd', label: t('list.keys.days'), run: change('dates') },
    { key: 's', label: t('list.keys.status'), run: change('status') },
    { key: '/', label: t('list.keys.search'), run: () => document.getElementById(SEARCH_BOX)?.focus() },
    { key: 'Escape', label: t('list.keys.clear'), run: onClear },
  ]);
  useBulkUndoKey(projectId, t('list.keys.title'));
  return {
    /** For the list itself, where arrows are not the window's. */
    onKeyDown: (event: KeyboardEvent) => {
      const next = cursor.handlers.onKeyDown(event);
      if (next && event.shiftKey && bulk) selection.extend(order, next.id);
    },
  };
}
