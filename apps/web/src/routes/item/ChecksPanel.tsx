import { api } from '../../api/client';
import { may, type WorkItem } from '../../api/types';
import { AskButton } from '../../components/AskButton';
import { Panel } from '../../components/Panel';
import { useI18n } from '../../i18n';
import { useWithWaiting } from '../../offline/useWaiting';
import { CheckRow } from './CheckRow';

export function ChecksPanel({ item, zone }: { item: WorkItem; zone: string }) {
  const { t } = useI18n();
  const add = api.useMutation('post', '/api/work-items/{id}/checks', { meta: { quiet: true } });
  const { checkList } = useWithWaiting(item, 'check');
  const adds = may(item, 'edit');
  if (checkList.length === 0 && !adds) return null;
  const decided = checkList.filter((check) => check.state !== 'open').length;
  return (
    <Panel
      title={t('word.checks')}
      count={checkList.length > 0 ? `${decided}/${checkList.length}` : undefined}
      actions={
        adds && (
          <AskButton
            size="small"
            title={t('check.add')}
            label={t('check.text')}
            onConfirm={(text) => add.mutateAsync({ params: { path: { id: item.id } }, body: { text } })}
          >
            {t('check.add')}
          </AskButton>
        )
      }
    >
      {checkList.length === 0 && <p className="muted">{t('check.none')}</p>}
      <ul className="checks">
        {checkList.map((check) => (
          <CheckRow key={check.id} check={check} item={item} zone={zone} />
        ))}
      </ul>
    </Panel>
  );
}
