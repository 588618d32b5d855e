import { api } from '../../api/client';
import { may, type WorkItem } from '../../api/types';
import { AskButton } from '../../components/AskButton';
import { StatusMark } from '../../components/StatusMark';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';

export function Settled({ item }: { item: WorkItem }) {
  const { t } = useI18n();
  const reopen = api.useMutation('post', '/api/work-items/{id}/reopen', { meta: { quiet: true } });
  return (
    <div className="settled">
      <StatusMark status={item.status} />
      {item.doneAt && (
        <span className="muted day">{[item.doneBy?.name, formatInstant(item.doneAt)].filter(Boolean).join(' · ')}</span>
      )}
      {item.reason && <p>{t('common.reasonIs', { reason: item.reason })}</p>}
      {may(item, 'reopen') && (
        <AskButton
          title={t('common.reopen')}
          label={t('common.reason')}
          onConfirm={(reason) => reopen.mutateAsync({ params: { path: { id: item.id } }, body: { reason } })}
        >
          {t('common.reopen')}
        </AskButton>
      )}
    </div>
  );
}
