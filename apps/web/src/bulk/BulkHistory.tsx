import Button from 'antd/es/button';
import { api } from '../api/client';
import type { PastBulkChange, Project } from '../api/types';
import { Panel } from '../components/Panel';
import { changesOf, namesOf } from '../format/activity';
import { formatInstant } from '../format/dates';
import { useI18n } from '../i18n';
import { useBulkUndo } from './useBulkUndo';
import '../styles/bulk.css';

/** What all of them got, in the words of the activity. */
function useSetInWords(project: Project) {
  const names = namesOf(project);
  return ({ set }: PastBulkChange) => {
    const subject = { type: 'work-item', id: '', title: '' };
    return changesOf({ before: null, after: { ...set }, subject }, names).map(({ field, after }) => ({ field, after }));
  };
}

/** Changes of many work items of the last day, each of which can be taken back by whoever may. */
export function BulkHistory({ project }: { project: Project }) {
  const { t } = useI18n();
  const inWords = useSetInWords(project);
  const { undo, busy } = useBulkUndo(project.id);
  const query = api.useQuery('get', '/api/projects/{id}/bulk-changes', { params: { path: { id: project.id } } });
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t('bulk.history')}>
      <ul className="bulk-history">
        {items.map((change) => (
          <li key={change.id}>
            <div>
              <p>
                {t('bulk.by', {
                  name: change.by.name,
                  at: formatInstant(change.at, project.zone),
                  count: change.changed,
                })}
              </p>
              <p className="muted">
                {inWords(change)
                  .map(({ field, after }) => `${field}${t('common.colon')}${after || t('list.unassigned')}`)
                  .join(' · ')}
              </p>
            </div>
            {change.mayUndo && (
              <Button loading={busy} onClick={() => undo(change.id)}>
                {t('common.undo')}
              </Button>
            )}
            {change.undoneAt !== null && <span className="muted">{t('bulk.wasUndone')}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
