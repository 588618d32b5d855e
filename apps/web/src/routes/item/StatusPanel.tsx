import { useState } from 'react';
import { may, type WorkItem, type WorkItemStatus } from '../../api/types';
import { AskButton } from '../../components/AskButton';
import { Choices } from '../../components/Choices';
import { Panel } from '../../components/Panel';
import { StatusMark } from '../../components/StatusMark';
import { useI18n } from '../../i18n';
import { useWaiting, useWithWaiting } from '../../offline/useWaiting';
import { WaitingMark } from '../../offline/WaitingMark';
import { Claim } from './Claim';
import { Settled } from './Settled';
import { statusOf, useEditItem } from './useItem';
import { WaitingFor } from './WaitingFor';
import { WaitingModal } from './WaitingModal';

const SHOWN: readonly WorkItemStatus[] = ['to-do', 'doing', 'waiting', 'done'];

function Missing({ item }: { item: WorkItem }) {
  const { t, pick } = useI18n();
  const waits = useWaiting((entry) => entry.itemId === item.id).length > 0;
  if (item.missing.length === 0) return null;
  return (
    <div className="missing">
      <p>{t('item.missing')}</p>
      <ul>
        {item.missing.map((one) => (
          <li key={one.zh}>{pick(one.zh, one.en)}</li>
        ))}
      </ul>
      {waits && <p>{t('offline.notCounted')}</p>}
    </div>
  );
}

/** `offered`: whether the status can be chosen now. A dialog that is open stays when somebody else was faster. */
function StatusControl({ item, offered }: { item: WorkItem; offered: boolean }) {
  const { t } = useI18n();
  const [asking, setAsking] = useState(false);
  const asked = useEditItem(item, { quiet: true });
  const { tap } = statusOf(item);
  const choose = (status: WorkItemStatus) => {
    if (status === 'waiting') setAsking(true);
    else tap(status);
  };
  return (
    <>
      {offered && (
        <Choices
          legend={t('word.status')}
          hideLegend
          value={item.status}
          choices={SHOWN.map((value) => ({
            value,
            label: <StatusMark status={value} />,
            disabled: value === 'done' && item.missing.length > 0,
          }))}
          onChange={choose}
        />
      )}
      {offered && item.status === 'waiting' && item.waitingFor && (
        <WaitingFor item={item} onEdit={() => setAsking(true)} />
      )}
      {asking && <WaitingModal item={item} onClose={() => setAsking(false)} />}
      <AskButton
        offered={offered && may(item, 'not-applicable')}
        type="link"
        title={t('item.notApplicable')}
        label={t('common.reason')}
        onConfirm={(reason) => asked.edit({ status: 'not-applicable', reason })}
      >
        {t('item.notApplicable')}
      </AskButton>
    </>
  );
}

/** Where the item stands and what the reader may do about it. */
export function StatusPanel({ item: known }: { item: WorkItem }) {
  const { t } = useI18n();
  const item = useWithWaiting(known, 'status');
  const settled = item.status === 'done' || item.status === 'not-applicable';
  const chooses = !settled && may(item, 'progress');
  return (
    <Panel
      title={t('word.status')}
      className="status-panel"
      actions={!settled && may(item, 'claim') && <Claim item={item} type="primary" />}
    >
      {settled && <Settled item={item} />}
      {!settled && !chooses && <StatusMark status={item.status} />}
      <StatusControl item={item} offered={chooses} />
      <WaitingMark of={item.id} />
      {!settled && <Missing item={item} />}
    </Panel>
  );
}
