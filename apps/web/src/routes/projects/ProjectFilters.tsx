import Select from 'antd/es/select';
import { getRouteApi } from '@tanstack/react-router';
import { HEALTH_FILTERS, PROJECT_STATUSES, type ProjectsSearch } from '../../app/search';
import { SearchBox } from '../../components/SearchBox';
import { useI18n } from '../../i18n';
import { HEALTHS } from './HealthLine';

const route = getRouteApi('/inside/projects');

/** Narrows the list; what is chosen stands in the address. */
export function ProjectFilters() {
  const { t } = useI18n();
  const { q, health, status } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (part: ProjectsSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const isWord = (value: string) => HEALTHS.find((one) => one === value);
  return (
    <div className="filters project-filters" role="search">
      <SearchBox label={t('health.filter.search')} q={q} onSearch={(next) => set({ q: next })} />
      <Select
        aria-label={t('health.filter.health')}
        placeholder={t('health.filter.health')}
        allowClear
        popupMatchSelectWidth={false}
        value={health}
        options={HEALTH_FILTERS.map((value) => {
          const word = isWord(value);
          return { value, label: word ? t(`health.is.${word}`) : t(`health.filter.${value as 'stale' | 'unsaid'}`) };
        })}
        onChange={(next?: ProjectsSearch['health']) => set({ health: next })}
      />
      <Select
        aria-label={t('health.filter.status')}
        placeholder={t('health.filter.status')}
        allowClear
        popupMatchSelectWidth={false}
        value={status}
        options={PROJECT_STATUSES.map((value) => ({ value, label: t(`health.state.${value}`) }))}
        onChange={(next?: ProjectsSearch['status']) => set({ status: next })}
      />
    </div>
  );
}
