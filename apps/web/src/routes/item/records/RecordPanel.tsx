import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../../api/client';
import type { Project } from '../../../api/types';
import { LoadState } from '../../../components/LoadState';
import { dayAt } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { useProject } from '../../project/useProject';
import { EntryCard } from './EntryCard';
import { RecordForm } from './RecordForm';
import { bodyOf, emptyFields, type RecordFields } from './recordFields';
import '../../../styles/records.css';

function AddEntry({ deliverableId, project }: { deliverableId: string; project: Project }) {
  const { t } = useI18n();
  const [fields, setFields] = useState<RecordFields | null>(null);
  const add = api.useMutation('post', '/api/deliverables/{id}/record-entries', {
    meta: { quiet: true },
    onSuccess: () => setFields(null),
  });
  const close = () => {
    add.reset();
    setFields(null);
  };
  return (
    <>
      <Button size="small" onClick={() => setFields(emptyFields(dayAt(Date.now(), project.zone)))}>
        {t('record.add')}
      </Button>
      {fields && (
        <RecordForm
          title={t('record.add')}
          project={project}
          fields={fields}
          set={(part) => setFields({ ...fields, ...part })}
          busy={add.isPending}
          error={add.error}
          onSubmit={() => add.mutate({ params: { path: { id: deliverableId } }, body: bodyOf(fields) })}
          onClose={close}
        />
      )}
    </>
  );
}

interface Props {
  deliverableId: string;
  projectId: string;
}

/** The entries that a record holds, the latest first. */
export function RecordPanel({ deliverableId, projectId }: Props) {
  const { t } = useI18n();
  const project = useProject(projectId);
  const query = api.useQuery('get', '/api/deliverables/{id}/record-entries', {
    params: { path: { id: deliverableId } },
  });
  if (!query.data || !project.data) return <LoadState query={query.data ? project : query} />;
  const { items, mayAdd } = query.data;
  return (
    <section className="record" aria-label={t('record.title')}>
      {items.length === 0 && <p className="muted">{t(mayAdd ? 'record.empty' : 'record.emptyRead')}</p>}
      <ul>
        {items.map((entry, at) => (
          <EntryCard key={entry.id} entry={entry} project={project.data} open={at === 0} />
        ))}
      </ul>
      {mayAdd && <AddEntry deliverableId={deliverableId} project={project.data} />}
    </section>
  );
}
