import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { ActivityList } from '../../project/ActivityList';

interface Props {
  projectId: string;
  itemId: string;
  zone: string;
}

/** Who did what to a work item. */
export function ItemActivity({ projectId, itemId, zone }: Props) {
  const { t } = useI18n();
  return (
    <Panel title={t('activity.title')}>
      <ActivityList projectId={projectId} zone={zone} subject={itemId} />
    </Panel>
  );
}
