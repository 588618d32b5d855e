import { Link } from '@tanstack/react-router';
import { EmptyState } from '../components/EmptyState';
import { useI18n } from '../i18n';

export function NotFoundPage() {
  const { t } = useI18n();
  return (
    <main className="page">
      <EmptyState title={t('error.notFound')} text={t('error.notFoundText')} level={1}>
        <Link to="/my-work">{t('error.toStart')}</Link>
      </EmptyState>
    </main>
  );
}
