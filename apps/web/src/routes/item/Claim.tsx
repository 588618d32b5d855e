import Button from 'antd/es/button';
import { api } from '../../api/client';
import { notify } from '../../app/notify';
import { useOnline } from '../../app/useOnline';
import { useI18n } from '../../i18n';

interface Props {
  item: { id: string; title: string };
  type?: 'primary';
  /** Where the page itself says that it was claimed. */
  onClaimed?: () => void;
}

/** Takes a piece of the sub-team's work for oneself. */
export function Claim({ item, type, onClaimed }: Props) {
  const { t } = useI18n();
  const online = useOnline();
  const claim = api.useMutation('post', '/api/work-items/{id}/claim', {
    onSuccess: () => (onClaimed ? onClaimed() : notify.success(t('item.claimed'))),
  });
  return (
    <Button
      type={type}
      loading={claim.isPending}
      disabled={!online}
      aria-label={t('item.claimOf', { title: item.title })}
      onClick={() => claim.mutate({ params: { path: { id: item.id } } })}
    >
      {t('item.claim')}
    </Button>
  );
}
