import Button from 'antd/es/button';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { Register, RegisterColumn, RegisterRow } from '../../../api/types';
import type { RegisterSearch } from '../../../app/search';
import { useIsPhone } from '../../../app/useIsPhone';
import { EmptyState } from '../../../components/EmptyState';
import { LoadState } from '../../../components/LoadState';
import { MoreButton } from '../../../components/MoreButton';
import { useI18n } from '../../../i18n';
import { CellFilesDialog } from './filing/CellFilesDialog';
import { statusColumn } from './gridColumns';
import { ImportButton } from './importing/ImportButton';
import { type RowMoves, useRowMoves } from './moving/useRowMoves';
import { RegisterCards } from './RegisterCards';
import { RegisterFilters } from './RegisterFilters';
import { RegisterGrid } from './RegisterGrid';
import { RegisterHead } from './RegisterHead';
import { RowForm } from './RowForm';
import { usePaste } from './usePaste';
import { useRegister, useRows } from './useRegister';
import { useRowWrites } from './useRowWrites';
import '../../../styles/checklist.css';
import '../../../styles/registers.css';

const route = getRouteApi('/inside/projects/$projectId/registers/$registerId');

/** Up, down, and back to the list's own order. */
function sortedNext(now: RegisterSearch, key: string): RegisterSearch {
  if (now.sort !== key) return { ...now, sort: key, order: undefined };
  return now.order === 'desc' ? { ...now, sort: undefined, order: undefined } : { ...now, order: 'desc' };
}

const narrowed = ({ q, status, incomplete, column }: RegisterSearch) => Boolean(q || status || incomplete || column);

interface GridProps {
  register: Register;
  rows: readonly RegisterRow[];
  query: ReturnType<typeof useRows>['query'];
  moves: RowMoves | null;
  onOpen: (row: RegisterRow) => void;
}

/** The cell whose files are shown, and those that were dropped on it. */
interface Filed {
  rowId: string;
  column: RegisterColumn;
  given: readonly File[];
}

function Sheet({ register, rows, query, moves, onOpen }: GridProps) {
  const { t } = useI18n();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const saves = useRowWrites(register.id, rows);
  const columns = useMemo(
    () => [statusColumn((status) => t(`register.status.${status}`), t('word.status')), ...register.columns],
    [register.columns, t],
  );
  const { paste, progress } = usePaste({ register, rows, columns, saves, more: query.hasNextPage });
  const [filed, setFiled] = useState<Filed | null>(null);
  const filedRow = filed && rows.find(({ id }) => id === filed.rowId);
  const onFiles = useCallback(
    ({ id }: RegisterRow, column: RegisterColumn, given: readonly File[] = []) =>
      setFiled({ rowId: id, column, given }),
    [],
  );
  const { hasNextPage, isFetching, fetchNextPage } = query;
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const onSort = (key: string) => void navigate({ search: (now) => sortedNext(now, key), replace: true });
  return (
    <>
      {progress && (
        <p className="muted" role="status">
          {t('register.paste.progress', { done: progress.of, of: progress.rows })}
        </p>
      )}
      <RegisterGrid
        {...{ register, columns, rows, search, saves, moves, onSort, onOpen, onFiles, onNearEnd }}
        onPaste={(cells, at) => void paste(cells, at)}
      />
      {register.mayWrite && (
        <p className="muted register-keys">
          {t('register.keys')} {t(moves ? 'register.move.keys' : 'register.move.notNow')}
        </p>
      )}
      <p className="visually-hidden" role="status">
        {moves?.told}
      </p>
      {filed && filedRow && (
        <CellFilesDialog
          {...{ column: filed.column, row: filedRow, given: filed.given, mayWrite: register.mayWrite }}
          number={rows.indexOf(filedRow) + 1}
          onClose={() => setFiled(null)}
        />
      )}
    </>
  );
}

/** One list: a spreadsheet at a desk, cards on a phone. */
export function RegisterPage() {
  const { t } = useI18n();
  const phone = useIsPhone();
  const { projectId, registerId } = route.useParams();
  const search = route.useSearch();
  const register = useRegister(registerId);
  const { query, rows } = useRows(registerId, search);
  const [open, setOpen] = useState<RegisterRow | 'new' | null>(null);
  const ordered = useRowMoves(rows ?? []);
  if (!register.data) return <LoadState query={register} />;
  const { mayWrite } = register.data;
  const moves = mayWrite && search.sort === undefined && !narrowed(search) ? ordered : null;
  return (
    <section className="register">
      <RegisterHead register={register.data} projectId={projectId} />
      <RegisterFilters register={register.data}>
        <Button href={`/api/registers/${registerId}/export?format=xlsx`} download>
          {t('register.export')}
        </Button>
        <Button href={`/api/registers/${registerId}/export?format=csv`} download>
          {t('register.exportCsv')}
        </Button>
        {mayWrite && <ImportButton register={register.data} />}
        {mayWrite && (
          <Button type="primary" onClick={() => setOpen('new')}>
            {t('register.addRow')}
          </Button>
        )}
      </RegisterFilters>
      {!rows && <LoadState query={query} />}
      {rows?.length === 0 && (
        <EmptyState
          title={narrowed(search) ? t('register.nothingFound') : t('register.empty')}
          text={
            narrowed(search)
              ? t('register.nothingFoundText')
              : t(mayWrite ? 'register.emptyText' : 'register.emptyRead')
          }
        />
      )}
      {rows && rows.length > 0 && phone && (
        <>
          <RegisterCards register={register.data} rows={rows} onOpen={setOpen} />
          <MoreButton query={query} />
        </>
      )}
      {rows && rows.length > 0 && !phone && (
        <Sheet register={register.data} {...{ rows, query, moves }} onOpen={setOpen} />
      )}
      {open && (
        <RowForm
          register={register.data}
          row={open === 'new' ? null : open}
          moves={moves}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
