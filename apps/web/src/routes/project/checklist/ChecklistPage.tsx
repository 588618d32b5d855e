import Button from 'antd/es/button';
import { Suspense } from 'react';
import { may } from '../../../api/types';
import { latePart } from '../../../components/late/latePart';
import { LoadState } from '../../../components/LoadState';
import { useI18n } from '../../../i18n';
import type { BulkBarProps } from './BulkBar';
import { ChecklistEmpty } from './ChecklistEmpty';
import { ChecklistFilters } from './ChecklistFilters';
import { ChecklistList } from './ChecklistList';
import { ChecklistRowLine } from './ChecklistRowLine';
import { NewWorkItem } from './NewWorkItem';
import { Narrowed } from './Narrowed';
import { useChecklistPage } from './useChecklistPage';
import { useGroupName } from './useGroupName';
import { useMove } from './useMove';
import '../../../styles/checklist.css';

/** Most people come to read or tick; changing many rows at once is fetched after the first touch. */
const useBulkBar = latePart<BulkBarProps>(async () => ({ default: (await import('./BulkBar')).BulkBar }));

export function ChecklistPage() {
  const { t } = useI18n();
  const { Part: BulkBar } = useBulkBar();
  const page = useChecklistPage();
  const { project, projectId, search, query, rows, groups, by, cursor, edit, selecting, stopChoosing } = page;
  const move = useMove(projectId, rows ?? [], groups, page.selection.selected);
  const nameOf = useGroupName(by, project);
  const selection = selecting ? page.selection : null;
  if (!project) return null;
  return (
    <>
      <ChecklistFilters
        project={project}
        selecting={selecting}
        onSelecting={page.mayBulk ? (on) => (on ? page.setChoosing(true) : stopChoosing()) : undefined}
      >
        <Button href={page.spreadsheet} download>
          {t('export.xlsx')}
        </Button>
        {may(project, 'add-item') && <NewWorkItem project={project} begun={search.add === true} />}
      </ChecklistFilters>
      <Narrowed />
      {!rows && <LoadState query={query} />}
      {rows?.length === 0 && <ChecklistEmpty search={search} projectId={projectId} />}
      <ChecklistList
        {...{ nameOf, selection }}
        {...{ lines: page.lines, folding: page.folding, scrollTo: page.scrollTo, onKeyDown: page.onKeyDown }}
        active={cursor.line}
        busy={query.isPlaceholderData}
        drawRow={({ row }, placed) =>
          row && (
            <ChecklistRowLine
              key={row.id}
              {...{ row, placed, project, by, edit, selection }}
              active={row.id === cursor.row?.id}
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
        <Suspense>
          <BulkBar
            {...{ project, move, selection: page.selection, chosen: page.chosen, filter: page.filter }}
            {...{ bulk: page.bulk, setBulk: page.setBulk, onDone: stopChoosing }}
            total={query.hasNextPage ? null : (rows?.length ?? 0)}
          />
        </Suspense>
      )}
    </>
  );
}
