import { Link } from '@tanstack/react-router';
import type { ChecklistSearch } from '../../../app/search';
import { EmptyState } from '../../../components/EmptyState';
import { useI18n } from '../../../i18n';

export function ChecklistEmpty({ search, projectId }: { search: ChecklistSearch; projectId: string }) {
  const { t } = useI18n();
  const { group, add: _, ...filters } = search;
  const filtered = Object.values(filters).some((value) => value !== undefined);
  if (!filtered) return <EmptyState title={t('list.empty')} text={t('list.emptyText')} />;
  return (
    <EmptyState title={t('list.noMatch')} text={t('list.noMatchText')}>
      <Link to="/projects/$projectId" params={{ projectId }} search={{ group }}>
        {t('list.clear')}
      </Link>
    </EmptyState>
  );
}
