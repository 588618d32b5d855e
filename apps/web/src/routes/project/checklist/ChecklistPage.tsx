import Button from 'antd/es/button';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { may } from '../../../api/types';
import { useMe } from '../../../app/session';
import { LoadState } from '../../../components/LoadState';
import { useI18n } from '../../../i18n';
import { useProject } from '../useProject';
import { BulkBar } from './BulkBar';
import type { BulkKind } from './BulkFields';
import { ChecklistEmpty } from './ChecklistEmpty';
import { ChecklistFilters } from './ChecklistFilters';
import { ChecklistList } from './ChecklistList';
import { ChecklistRowLine } from './ChecklistRowLine';
import { grouped, linesOf } from './groups';
import { NewWorkItem } from './NewWorkItem';
import { countOf } from './selection';
import { filterOf, spreadsheetOf, useChecklist } from './useChecklist';
import { useCursor } from './useCursor';
import { useFolding } from './useFolding';
import { useGroupName } from './useGroupName';
import { useListKeys } from './useListKeys';
import { useMove } from './useMove';
import { useRowEdit } from './useRowEdit';
import { useSelection } from './useSelection';
import '../../../styles/checklist.css';

const route = getRouteApi('/inside/projects/$projectId/');

export function ChecklistPage() {
  const { t } = useI18n();
  const { projectId } = route.useParams();
  const search = route.useSearch();
  const { group: by = 'stage', add, ...narrowing } = search;
  const me = useMe();
  const project = useProject(projectId).data;
  const query = useChecklist(projectId, me.id, narrowing);
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data]);
  const groups = useMemo(() => (rows && project ? grouped(rows, project, by) : []), [rows, project, by]);
  const selection = useSelection(JSON.stringify(narrowing));
  const [choosing, setChoosing] = useState(false);
  const chosen = countOf(selection.selected, rows?.length ?? 0);
  const selecting = choosing || chosen > 0;
  const folding = useFolding(!selecting && Object.values(narrowing).every((value) => value === undefined), by);
  const lines = linesOf(groups, folding.isOpen);
  const scrollTo = useRef<(line: number) => void>(() => undefined);
  const cursor = useCursor(lines, (line) => scrollTo.current(line));
  const edit = useRowEdit(project, cursor.focus);
  const [bulk, setBulk] = useState<BulkKind | null>(null);
  const move = useMove(projectId, rows ?? [], groups, selection.selected);
  const nameOf = useGroupName(by, project);
  const mayBulk = project !== undefined && may(project, 'assign');
  const stopChoosing = () => {
    selection.clear();
    setChoosing(false);
  };
  const { onKeyDown } = useListKeys({
    ...{ cursor, edit, selection, chosen, projectId },
    bulk: mayBulk ? setBulk : undefined,
    order: lines.flatMap(({ row }) => row?.id ?? []),
    onClear: stopChoosing,
  });
  if (!project) return null;
  return (
    <>
      <ChecklistFilters
        project={project}
        selecting={selecting}
        onSelecting={mayBulk ? (on) => (on ? setChoosing(true) : stopChoosing()) : undefined}
      >
        <Button href={spreadsheetOf(projectId, me.id, narrowing)} download>
          {t('export.xlsx')}
        </Button>
        {may(project, 'add-item') && <NewWorkItem project={project} begun={add === true} />}
      </ChecklistFilters>
      {!rows && <LoadState query={query} />}
      {rows?.length === 0 && <ChecklistEmpty search={search} projectId={projectId} />}
      <ChecklistList
        {...{ lines, nameOf, folding, scrollTo, onKeyDown }}
        active={cursor.line}
        selection={selecting ? selection : null}
        busy={query.isPlaceholderData}
        drawRow={({ row }, placed) =>
          row && (
            <ChecklistRowLine
              key={row.id}
              {...{ row, placed, project, by, edit }}
              active={row.id === cursor.row?.id}
              selection={selecting ? selection : null}
              onFocus={cursor.handlers.onFocus}
            />
          )
        }
      />
      {query.isFetchingNextPage && (
        <p className="muted" role="status">
          {t('common.loading')}
        </p>
      )}
      {selecting && (
        <BulkBar
          {...{ project, selection, move, chosen, bulk, setBulk }}
          total={query.hasNextPage ? null : (rows?.length ?? 0)}
          filter={filterOf(narrowing, me.id)}
          onDone={stopChoosing}
        />
      )}
    </>
  );
}
