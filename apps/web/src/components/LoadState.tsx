import Button from 'antd/es/button';
import { ApiError, isNotFound, isUnreachable, problemText } from '../api/problem';
import { useI18n } from '../i18n';
import { EmptyState } from './EmptyState';
import { PageSkeleton } from './PageSkeleton';

interface Props {
  query: { error: unknown; refetch: () => unknown; isFetching: boolean; isPaused?: boolean };
  level?: 1 | 2;
}

/** What stands in place of data that is on its way or did not come. */
export function LoadState({ query, level = 2 }: Props) {
  const { t, locale } = useI18n();
  // Offline nothing is asked, so nothing fails: what was not kept on this device is not on its way either.
  if (!query.error && query.isPaused && level === 2) return <p className="muted">{t('offline.notHere')}</p>;
  const error = query.error ?? (query.isPaused ? new ApiError(0, null) : null);
  if (!error) return <PageSkeleton />;
  if (isNotFound(error)) return <EmptyState title={t('error.notFound')} text={t('error.notFoundText')} level={level} />;
  const unreachable = isUnreachable(error);
  return (
    <div role="alert">
      <EmptyState
        level={level}
        title={unreachable ? t('error.unreachable') : t('error.failed')}
        text={problemText(error, locale) ?? (unreachable ? t('error.unreachableText') : t('error.failedText'))}
      >
        <Button type="primary" loading={query.isFetching} onClick={() => void query.refetch()}>
          {t('common.retry')}
        </Button>
      </EmptyState>
    </div>
  );
}
