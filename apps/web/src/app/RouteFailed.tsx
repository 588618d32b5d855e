import Button from 'antd/es/button';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { isNotFound, isUnreachable, problemText } from '../api/problem';
import { EmptyState } from '../components/EmptyState';
import { useI18n } from '../i18n';
import { NotFoundPage } from './NotFoundPage';

/** A page that could not be shown at all. A reload also fetches the files of a newer version of the app. */
export function RouteFailed({ error, reset }: ErrorComponentProps) {
  const { t, locale } = useI18n();
  const router = useRouter();
  if (isNotFound(error)) return <NotFoundPage />;
  const retry = () => {
    reset();
    void router.invalidate();
  };
  const text =
    problemText(error, locale) ?? (isUnreachable(error) ? t('error.unreachableText') : t('error.brokenText'));
  return (
    <main className="page" role="alert">
      <EmptyState title={isUnreachable(error) ? t('error.unreachable') : t('error.broken')} text={text} level={1}>
        <Button type="primary" onClick={isUnreachable(error) ? retry : () => window.location.reload()}>
          {t('common.retry')}
        </Button>
      </EmptyState>
    </main>
  );
}
