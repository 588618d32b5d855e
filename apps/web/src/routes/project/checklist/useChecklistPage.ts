import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { may } from '../../../api/types';
import type { Grouping } from '../../../app/search';
import { useMe } from '../../../app/session';
import { useProject } from '../useProject';
import type { BulkKind } from './BulkFields';
import { grouped, linesOf } from './groups';
import { countOf } from './selection';
import { filterOf, spreadsheetOf, useChecklist } from './useChecklist';
import { useCursor } from './useCursor';
import { useFolding } from './useFolding';
import { useListKeys } from './useListKeys';
import { useRowEdit } from './useRowEdit';
import { useSelection } from './useSelection';

const route = getRouteApi('/inside/projects/$projectId/');

/** The rows that the address asks for, in groups; which of them are chosen, and whether any are to be. */
function useRows(projectId: string) {
  const search = route.useSearch();
  const { group, add: _, ...narrowing } = search;
  const by: Grouping = group ?? 'stage';
  const me = useMe();
  const project = useProject(projectId).data;
  const query = useChecklist(projectId, me.id, narrowing);
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data]);
  const groups = useMemo(() => (rows && project ? grouped(rows, project, by) : []), [rows, project, by]);
  const selection = useSelection(JSON.stringify(narrowing));
  const [choosing, setChoosing] = useState(false);
  const chosen = countOf(selection.selected, rows?.length ?? 0);
  const narrowed = Object.values(narrowing).some((value) => value !== undefined);
  return {
    ...{ search, by, project, query, rows, groups, selection, chosen, setChoosing, narrowed },
    selecting: choosing || chosen > 0,
    filter: filterOf(narrowing, me.id),
    spreadsheet: spreadsheetOf(projectId, me.id, narrowing),
    stopChoosing: () => {
      selection.clear();
      setChoosing(false);
    },
  };
}

/** All that the checklist holds while it is open. */
export function useChecklistPage() {
  const { projectId } = route.useParams();
  const shown = useRows(projectId);
  const { project, groups, selection, chosen } = shown;
  const folding = useFolding(!shown.selecting && !shown.narrowed, shown.by);
  const lines = linesOf(groups, folding.isOpen);
  const scrollTo = useRef<(line: number) => void>(() => undefined);
  const cursor = useCursor(lines, (line) => scrollTo.current(line));
  const edit = useRowEdit(project, cursor.focus);
  const [bulk, setBulk] = useState<BulkKind | null>(null);
  const mayBulk = project !== undefined && may(project, 'assign');
  const { onKeyDown } = useListKeys({
    ...{ cursor, edit, selection, chosen, projectId },
    bulk: mayBulk ? setBulk : undefined,
    order: lines.flatMap(({ row }) => row?.id ?? []),
    onClear: shown.stopChoosing,
  });
  return { ...shown, projectId, folding, lines, scrollTo, cursor, edit, bulk, setBulk, mayBulk, onKeyDown };
}
