import Button from 'antd/es/button';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FoldedFilters } from '../../../components/FoldedFilters';
import { Select } from '../../../components/late';
import { SearchBox } from '../../../components/SearchBox';
import { Toggle } from '../../../components/Toggle';
import type { Project } from '../../../api/types';
import { GROUPINGS, type ChecklistSearch, type Grouping } from '../../../app/search';
import { useI18n } from '../../../i18n';
import { FilterSelects } from './FilterSelects';

const route = getRouteApi('/inside/projects/$projectId/');

/** By which `/` finds the search box. */
export const SEARCH_BOX = 'checklist-search';

interface Props {
  project: Project;
  selecting: boolean;
  /** Absent for those who may not change many at once. */
  onSelecting?: (on: boolean) => void;
  children?: ReactNode;
}

/** How many filters hold besides the text, which is always on show. */
const countOf = ({ group: _group, q: _q, add: _add, ...filters }: ChecklistSearch) =>
  Object.values(filters).filter(Boolean).length;

interface NarrowingProps {
  project: Project;
  search: ChecklistSearch;
  set: (part: ChecklistSearch) => void;
}

function Narrowing({ project, search, set }: NarrowingProps) {
  const { t } = useI18n();
  return (
    <>
      <FilterSelects project={project} search={search} set={set} />
      <Toggle on={search.mine === true} onChange={(on) => set({ mine: on || undefined, assignee: undefined })}>
        {t('list.mine')}
      </Toggle>
      <Toggle on={search.overdue === true} onChange={(on) => set({ overdue: on || undefined })}>
        {t('list.overdue')}
      </Toggle>
    </>
  );
}

function GroupBy({ by, onChange }: { by: Grouping; onChange: (by: Grouping) => void }) {
  const { t } = useI18n();
  return (
    <Select
      className="filter-group"
      aria-label={t('list.groupBy')}
      popupMatchSelectWidth={false}
      value={by}
      options={GROUPINGS.map((value) => ({ value, label: t(`list.by.${value}`) }))}
      onChange={onChange}
    />
  );
}

export function ChecklistFilters({ project, selecting, onSelecting, children }: Props) {
  const { t } = useI18n();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (part: ChecklistSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  return (
    <div className="filters" role="search">
      <GroupBy by={search.group ?? 'stage'} onChange={(by) => set({ group: by === 'stage' ? undefined : by })} />
      <SearchBox id={SEARCH_BOX} label={t('list.search')} q={search.q} onSearch={(q) => set({ q })} />
      <FoldedFilters count={countOf(search)}>
        <Narrowing project={project} search={search} set={set} />
      </FoldedFilters>
      <span className="filters-actions">
        {onSelecting && (
          <Button onClick={() => onSelecting(!selecting)}>
            {selecting ? t('list.stopSelecting') : t('list.select')}
          </Button>
        )}
        {children}
      </span>
    </div>
  );
}
