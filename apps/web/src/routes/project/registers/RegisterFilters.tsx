import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { FoldedFilters } from '../../../components/FoldedFilters';
import { Search, Select } from '../../../components/late';
import { Toggle } from '../../../components/Toggle';
import { type Register, ROW_STATUSES } from '../../../api/types';
import type { RegisterSearch } from '../../../app/search';
import { useI18n } from '../../../i18n';

const route = getRouteApi('/inside/projects/$projectId/registers/$registerId');

/** What is kept in the address: the text, how rows stand, whether something is missing, and one column. */
export function RegisterFilters({ register, children }: { register: Register; children: ReactNode }) {
  const { t, pick } = useI18n();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (part: RegisterSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const [text, setText] = useState(search.q ?? '');
  const seen = register.columns.filter(({ masked }) => !masked);
  return (
    <div className="filters" role="search">
      <Search
        className="filter-text"
        aria-label={t('register.search')}
        placeholder={t('register.search')}
        allowClear
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          if (event.target.value === '') set({ q: undefined });
        }}
        onSearch={(value) => set({ q: value.trim() || undefined })}
      />
      <FoldedFilters count={[search.status, search.column, search.incomplete].filter(Boolean).length}>
        <Select
          aria-label={t('word.status')}
          placeholder={t('word.status')}
          allowClear
          value={search.status}
          options={ROW_STATUSES.map((value) => ({ value, label: t(`register.status.${value}`) }))}
          onChange={(status) => set({ status })}
        />
        <Select
          aria-label={t('register.column')}
          placeholder={t('register.column')}
          allowClear
          popupMatchSelectWidth={false}
          value={search.column}
          options={seen.map(({ key, name, nameEn }) => ({ value: key, label: pick(name, nameEn) }))}
          onChange={(column: string | undefined) => set({ column, value: undefined })}
        />
        {search.column !== undefined && (
          <ColumnValue key={search.column} value={search.value} onSearch={(value) => set({ value })} />
        )}
        <Toggle on={search.incomplete === true} onChange={(on) => set({ incomplete: on || undefined })}>
          {t('register.incomplete')}
        </Toggle>
      </FoldedFilters>
      <span className="filters-actions">{children}</span>
    </div>
  );
}

/** What a cell of the column holds; nothing stands for empty cells. */
function ColumnValue({
  value,
  onSearch,
}: {
  value: string | undefined;
  onSearch: (value: string | undefined) => void;
}) {
  const { t } = useI18n();
  const [text, setText] = useState(value ?? '');
  return (
    <Search
      className="filter-text"
      aria-label={t('register.columnValue')}
      placeholder={t('register.columnEmpty')}
      allowClear
      value={text}
      onChange={(event) => setText(event.target.value)}
      onSearch={(given) => onSearch(given.trim() || undefined)}
    />
  );
}
