import Button from 'antd/es/button';
import { useI18n } from '../i18n';

interface Props {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

export function MoreButton({ query }: Props) {
  const { t } = useI18n();
  if (!query.hasNextPage) return null;
  return (
    <div className="more-button">
      <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t('common.more')}
      </Button>
    </div>
  );
}
