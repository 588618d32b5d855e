import { may, type WorkItem } from '../../api/types';
import { Panel } from '../../components/Panel';
import { useI18n } from '../../i18n';
import { useWithWaiting } from '../../offline/useWaiting';
import { AddDeliverable } from './AddDeliverable';
import { DeliverableCard } from './DeliverableCard';

const isSettled = (status: string) => status === 'accepted' || status === 'delivered' || status === 'waived';

interface Props {
  item: WorkItem;
  zone: string;
  /** Whether the reader may see what is the crew's. */
  crew?: boolean;
}

export function DeliverablesPanel({ item, zone, crew = false }: Props) {
  const { t } = useI18n();
  const { deliverableList } = useWithWaiting(item, 'submit');
  const adds = may(item, 'edit');
  if (deliverableList.length === 0 && !adds) return null;
  const settled = deliverableList.filter(({ status }) => isSettled(status)).length;
  return (
    <Panel
      title={t('word.deliverables')}
      count={deliverableList.length > 0 ? `${settled}/${deliverableList.length}` : undefined}
      actions={adds && <AddDeliverable itemId={item.id} />}
    >
      {deliverableList.length === 0 && <p className="muted">{t('deliverable.none')}</p>}
      <ul className="deliverables">
        {deliverableList.map((deliverable) => (
          <DeliverableCard key={deliverable.id} {...{ deliverable, item, zone, crew }} />
        ))}
      </ul>
    </Panel>
  );
}
