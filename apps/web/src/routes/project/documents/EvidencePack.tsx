import { api } from '../../../api/client';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { sizeOf } from './documents.rules';

/** Everything that shows the project's deliverables, for whoever may take it away. */
export function EvidencePack({ projectId }: { projectId: string }) {
  const { t } = useI18n();
  const path = { params: { path: { id: projectId } } };
  const query = api.useQuery('get', '/api/projects/{id}/evidence-pack/summary', path);
  if (!query.data) return <LoadState query={query} />;
  const { files, bytes, bare } = query.data;
  return (
    <Panel title={t('documents.pack.title')}>
      <p className="muted">{t('documents.pack.text')}</p>
      <p>
        {t('documents.pack.holds', { count: files, size: sizeOf(bytes) })}
        {bare > 0 && <span className="document-bare">{t('documents.pack.bare', { count: bare })}</span>}
      </p>
      <a className="document-pack" href={`/api/projects/${projectId}/evidence-pack`} download>
        {t('documents.pack.download')}
      </a>
    </Panel>
  );
}
