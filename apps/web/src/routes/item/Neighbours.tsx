import { Link } from '@tanstack/react-router';
import type { WorkItem } from '../../api/types';
import { Panel } from '../../components/Panel';
import { StatusMark } from '../../components/StatusMark';
import { useI18n } from '../../i18n';

function Rows({ title, rows, projectId }: { title: string; rows: WorkItem['predecessors']; projectId: string }) {
  const { pick } = useI18n();
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="neighbours">
        {rows.map((row) => (
          <li key={row.id} className="row-link">
            <Link to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: row.id }} className="cover">
              {pick(row.title, row.titleEn)}
            </Link>
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
  if (item.predecessors.length + item.successors.length === 0) return null;
  return (
    <Panel title={t('item.neighbours')}>
      <Rows title={t('item.predecessors')} rows={item.predecessors} projectId={item.projectId} />
      <Rows title={t('item.successors')} rows={item.successors} projectId={item.projectId} />
    </Panel>
  );
}
