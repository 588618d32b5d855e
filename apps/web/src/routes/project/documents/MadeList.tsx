import Button from 'antd/es/button';
import type { MadeDocument } from '../../../api/types';
import { formatInstant } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { isUnderWay, sizeOf } from './documents.rules';
import { useDocumentActions } from './useDocuments';

/** How far it is, or what became of it. */
function Course({ document }: { document: MadeDocument }) {
  const { t, pick } = useI18n();
  const { state, progress, fault, deliverableId, handIn, evidenceId } = document;
  if (isUnderWay(document))
    return (
      <span className="document-course" role="status">
        <progress max={100} value={progress} aria-label={t('documents.progress')} />
        {t(`documents.state.${state}`)}
      </span>
    );
  if (state === 'ready' && fault)
    return <span className="document-fault">{t('documents.notHandedIn', { why: pick(fault.zh, fault.en) })}</span>;
  if (state === 'ready' && deliverableId && evidenceId)
    return <span className="muted">{t(handIn ? 'documents.handedIn' : 'documents.added')}</span>;
  if (fault) return <span className="document-fault">{pick(fault.zh, fault.en)}</span>;
  return state === 'ready' ? null : <span className="muted">{t(`documents.state.${state}`)}</span>;
}

function MadeLine({ document, projectId, zone }: { document: MadeDocument; projectId: string; zone: string }) {
  const { t, pick } = useI18n();
  const { cancel, remove } = useDocumentActions(projectId);
  const { id, kindName, format, language, askedBy, askedAt, bytes, state, forLeads, mine } = document;
  const path = { params: { path: { id } } };
  return (
    <li className="document-made">
      <span className="document-what">
        {state === 'ready' ? (
          <a href={`/api/documents/${id}/file`} download>
            {pick(kindName.zh, kindName.en)}
          </a>
        ) : (
          <span>{pick(kindName.zh, kindName.en)}</span>
        )}
        <span className="tag">{format.toUpperCase()}</span>
        <span className="tag">{t(`documents.language.${language}`)}</span>
        {forLeads && <span className="tag">{t('documents.forLeads')}</span>}
        {bytes !== null && <small className="muted">{sizeOf(bytes)}</small>}
      </span>
      <small className="muted">
        {t('documents.askedBy', { name: askedBy.name, at: formatInstant(askedAt, zone) })}
      </small>
      <Course document={document} />
      {mine && (
        <span className="document-actions">
          {isUnderWay(document) ? (
            <Button size="small" onClick={() => cancel.mutate(path)}>
              {t('documents.cancel')}
            </Button>
          ) : (
            <Button size="small" type="text" onClick={() => remove.mutate(path)}>
              {t('documents.remove')}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}

/** What was made, the latest first. */
export function MadeList({
  made,
  projectId,
  zone,
}: {
  made: readonly MadeDocument[];
  projectId: string;
  zone: string;
}) {
  return (
    <ul className="document-list">
      {made.map((document) => (
        <MadeLine key={document.id} {...{ document, projectId, zone }} />
      ))}
    </ul>
  );
}
