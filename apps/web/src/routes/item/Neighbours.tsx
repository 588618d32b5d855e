import Button from 'antd/es/button';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { may, type WorkItem } from '../../api/types';
import { Panel } from '../../components/Panel';
import { StatusMark } from '../../components/StatusMark';
import { useI18n } from '../../i18n';
import { PredecessorsModal } from './PredecessorsModal';

type Neighbour = WorkItem['predecessors'][number];

function Lag({ lagDays, lagUnit }: Neighbour) {
  const { t } = useI18n();
  if (lagDays === 0) return null;
  const count = Math.abs(lagDays);
  return (
    <small className="muted">
      {lagDays > 0 ? t(`network.lagOf.${lagUnit}`, { count }) : t(`network.leadOf.${lagUnit}`, { count })}
    </small>
  );
}

function Rows({ title, rows, projectId }: { title: string; rows: WorkItem['predecessors']; projectId: string }) {
  const { pick } = useI18n();
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="neighbours">
        {rows.map((row) => (
          <li key={row.id} className="row-link">
            <span>
              <Link to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: row.id }} className="cover">
                {pick(row.title, row.titleEn)}
              </Link>{' '}
              <Lag {...row} />
            </span>
            <StatusMark status={row.status} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What it waits for and what waits for it; this warns and never blocks. */
export function Neighbours({ item }: { item: WorkItem }) {
  const { t } = useI18n();
  const [editing, setEditing] = useState(false);
  const mayEdit = may(item, 'edit');
  const none = item.predecessors.length + item.successors.length === 0;
  if (none && !mayEdit) return null;
  return (
    <Panel
      title={t('item.neighbours')}
      actions={
        mayEdit && (
          <Button size="small" onClick={() => setEditing(true)}>
            {t('network.edit')}
          </Button>
        )
      }
    >
      {none && <p className="muted">{t('network.none')}</p>}
      <Rows title={t('item.predecessors')} rows={item.predecessors} projectId={item.projectId} />
      <Rows title={t('item.successors')} rows={item.successors} projectId={item.projectId} />
      {editing && <PredecessorsModal item={item} onClose={() => setEditing(false)} />}
    </Panel>
  );
}
