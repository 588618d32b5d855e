import { api } from '../../api/client';
import { notify } from '../../app/notify';
import { Panel } from '../../components/Panel';
import { Tick } from '../../components/Tick';
import { useI18n } from '../../i18n';
import '../../styles/notify.css';

/** Whether the reader wants to be told of this item singly and at once: theirs alone, nobody else sees it. */
export function CantWait({ itemId }: { itemId: string }) {
  const { t } = useI18n();
  const params = { path: { id: itemId } };
  const { data } = api.useQuery('get', '/api/work-items/{id}/cant-wait', { params });
  const mark = api.useMutation('put', '/api/work-items/{id}/cant-wait', {
    onSuccess: () => notify.success(t('notify.cantWaitOn')),
  });
  const unmark = api.useMutation('delete', '/api/work-items/{id}/cant-wait', {
    onSuccess: () => notify.success(t('notify.cantWaitOff')),
  });
  const busy = mark.isPending || unmark.isPending;
  return (
    <Panel title={t('notify.title')}>
      <div className="notify-tick">
        <Tick
          checked={data?.cantWait ?? false}
          disabled={!data || busy}
          onChange={(on) => (on ? mark : unmark).mutate({ params })}
        >
          {t('notify.cantWait')}
        </Tick>
        <p className="field-hint">{t('notify.cantWaitHint')}</p>
      </div>
    </Panel>
  );
}
