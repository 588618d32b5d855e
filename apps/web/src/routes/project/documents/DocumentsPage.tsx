import { getRouteApi, Link } from '@tanstack/react-router';
import type { MadeDocument, OfferedDocument } from '../../../api/types';
import { EmptyState } from '../../../components/EmptyState';
import { LoadState } from '../../../components/LoadState';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { useProject } from '../useProject';
import { grouped, latestOf } from './documents.rules';
import { EvidencePack } from './EvidencePack';
import { MadeList } from './MadeList';
import { useDocuments } from './useDocuments';
import '../../../styles/documents.css';

const route = getRouteApi('/inside/projects/$projectId/documents');

/** The deliverables that a document is, each with how far it is. */
function Serves({ document, projectId }: { document: OfferedDocument; projectId: string }) {
  const { t, pick } = useI18n();
  if (document.serves.length === 0) return null;
  return (
    <ul className="document-serves">
      {document.serves.map(({ id, workItemId, title, titleEn, status }) => (
        <li key={id}>
          <Link
            to="/projects/$projectId/items/$itemId"
            params={{ projectId, itemId: workItemId }}
            hash={`deliverable-${id}`}
          >
            {pick(title, titleEn)}
          </Link>{' '}
          <small className="muted">{t(`deliverable.status.${status as 'open'}`)}</small>
        </li>
      ))}
    </ul>
  );
}

function OfferedLine({
  document,
  made,
  projectId,
}: {
  document: OfferedDocument;
  made: readonly MadeDocument[];
  projectId: string;
}) {
  const { t, pick } = useI18n();
  const { key, name, says } = document;
  return (
    <li className="document-offered">
      <div>
        {key === 'closing-report' ? (
          <Link className="line-title" to="/projects/$projectId/closing-report" params={{ projectId }}>
            {pick(name.zh, name.en)}
          </Link>
        ) : (
          <Link className="line-title" to="/projects/$projectId/documents/$kind" params={{ projectId, kind: key }}>
            {pick(name.zh, name.en)}
          </Link>
        )}
        <p className="muted">{pick(says.zh, says.en)}</p>
        <Serves document={document} projectId={projectId} />
      </div>
      <span className="document-files">
        {latestOf(made, key).map(({ id, format, language }) => (
          <a key={id} href={`/api/documents/${id}/file`} download>
            {t('documents.file', { format: format.toUpperCase(), language: t(`documents.language.${language}`) })}
          </a>
        ))}
      </span>
    </li>
  );
}

/** The documents that a project's data make, and what was made of them. */
export function DocumentsPage() {
  const { t } = useI18n();
  const { projectId } = route.useParams();
  const project = useProject(projectId).data;
  const query = useDocuments(projectId);
  if (!query.data || !project) return <LoadState query={query} />;
  const { offered, made } = query.data;
  return (
    <>
      {grouped(offered).map(({ group, documents }) => (
        <Panel key={group} title={t(`documents.group.${group}`)} count={documents.length}>
          <ul className="document-list">
            {documents.map((document) => (
              <OfferedLine key={document.key} {...{ document, made, projectId }} />
            ))}
          </ul>
        </Panel>
      ))}
      {query.data.mayTakeEvidence && <EvidencePack projectId={projectId} />}
      <Panel title={t('documents.made')} count={made.length}>
        {made.length === 0 ? (
          <EmptyState title={t('documents.none')} text={t('documents.noneText')} />
        ) : (
          <MadeList {...{ made, projectId }} zone={project.zone} />
        )}
      </Panel>
    </>
  );
}
