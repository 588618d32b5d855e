import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FoldedFilters } from '../../../components/FoldedFilters';
import { Select } from '../../../components/late';
import { SearchBox } from '../../../components/SearchBox';
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
  const seen = register.columns.filter(({ masked }) => !masked);
  return (
    <div className="filters" role="search">
      <SearchBox label={t('register.search')} q={search.q} onSearch={(q) => set({ q })} />
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
          <SearchBox
            key={search.column}
            label={t('register.columnValue')}
            q={search.value}
            onSearch={(value) => set({ value })}
          />
        )}
        <Toggle on={search.incomplete === true} onChange={(on) => set({ incomplete: on || undefined })}>
          {t('register.incomplete')}
        </Toggle>
      </FoldedFilters>
      <span className="filters-actions">{children}</span>
    </div>
  );
}
