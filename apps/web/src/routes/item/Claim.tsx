import Button from 'antd/es/button';
import { api } from '../../api/client';
import { notify } from '../../app/notify';
import { useI18n } from '../../i18n';

/** Takes a piece of the sub-team's work for oneself. */
export function Claim({ item, type }: { item: { id: string; title: string }; type?: 'primary' }) {
  const { t } = useI18n();
  const claim = api.useMutation('post', '/api/work-items/{id}/claim', {
    onSuccess: () => notify.success(t('item.claimed')),
  });
  return (
    <Button
      type={type}
      loading={claim.isPending}
      aria-label={t('item.claimOf', { title: item.title })}
      onClick={() => claim.mutate({ params: { path: { id: item.id } } })}
    >
      {t('item.claim')}
    </Button>
  );
}
