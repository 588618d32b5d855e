import { useRef } from 'react';
import type { Deliverable, WorkItem } from '../../api/types';
import { DueDay } from '../../components/DueDay';
import { lateSection } from '../../components/late/lateSection';
import { DeliverableMark } from '../../components/StatusMark';
import { formatInstant } from '../../format/dates';
import { roleName } from '../../format/roles';
import { useI18n } from '../../i18n';
import { WaitingMark } from '../../offline/WaitingMark';
import { ContractsPanel } from './contracts/ContractsPanel';
import { DeliverableActions } from './DeliverableActions';
import { DocumentLink } from './DocumentLink';
import { Evidence } from './Evidence';
import { RegisterLink } from './RegisterLink';
import { UploadList } from './files/UploadList';
import { useDropAndPaste } from './files/useDropAndPaste';
import { useUploads } from './files/useUploads';

const RecordPanel = lateSection(() => import('./records/RecordPanel').then((part) => part.RecordPanel));

interface Props {
  deliverable: Deliverable;
  item: WorkItem;
  zone: string;
  /** Whether the reader may see what is the crew's: agreements, and what was said in meetings. */
  crew: boolean;
}

function Terms({ deliverable }: { deliverable: Deliverable }) {
  const { t } = useI18n();
  const { preparer, accepter, evidence, kind, sources } = deliverable;
  return (
    <ul className="facts">
      {kind !== 'file' && <li>{t(`deliverable.kind.${kind}`)}</li>}
      <li>
        {accepter
          ? t('deliverable.fromTo', { preparer: roleName(preparer), accepter: roleName(accepter) })
          : t('deliverable.from', { preparer: roleName(preparer) })}
      </li>
      {evidence !== 'no' && <li>{t(`deliverable.evidence.${evidence}`)}</li>}
      {sources.length > 1 && (
        <li>
          {t('deliverable.sources', {
            what: sources.map(({ title, edition }) => `${title} ${edition}`).join(t('common.comma')),
          })}
        </li>
      )}
    </ul>
  );
}

function Course({ deliverable, zone }: { deliverable: Deliverable; zone: string }) {
  const { t } = useI18n();
  const { submittedBy, submittedAt, settledBy, settledAt, reason, status, selfAccepted } = deliverable;
  return (
    <>
      {reason && <p className={status === 'returned' ? 'returned' : 'muted'}>{t('common.reasonIs', { reason })}</p>}
      {submittedAt !== null && (
        <p className="muted">
          {t('deliverable.submittedBy', { name: submittedBy?.name ?? '', at: formatInstant(submittedAt, zone) })}
        </p>
      )}
      {settledAt !== null && (
        <p className="muted">
          {t('deliverable.settledBy', { name: settledBy?.name ?? '', at: formatInstant(settledAt, zone) })}
          {selfAccepted && ` · ${t('deliverable.selfAccepted')}`}
        </p>
      )}
    </>
  );
}

export function DeliverableCard({ deliverable, item, zone, crew }: Props) {
  const { t, pick } = useI18n();
  const { code, title, titleEn, status, dueDay, overdue } = deliverable;
  const card = useRef<HTMLLIElement>(null);
  const sending = useUploads(`/api/deliverables/${deliverable.id}/files`);
  const uploads = deliverable.may.includes('add-file') ? sending : null;
  const { over, handlers } = useDropAndPaste(card, uploads && ((files) => void uploads.add(files)));
  return (
    <li
      ref={card}
      className={`deliverable deliverable-${status} ${over ? 'drop-here' : ''}`}
      id={`deliverable-${deliverable.id}`}
      {...handlers}
    >
      <header>
        <h3>
          {code && <span className="code">{code}</span>}
          {pick(title, titleEn)}
        </h3>
        <DeliverableMark status={status} />
        <WaitingMark of={deliverable.id} />
        <DueDay day={dueDay} overdue={overdue} />
      </header>
      <Terms deliverable={deliverable} />
      <Course deliverable={deliverable} zone={zone} />
      {deliverable.kind === 'contract' && crew && <ContractsPanel deliverable={deliverable} />}
      {deliverable.kind === 'record' && crew && (
        <RecordPanel deliverableId={deliverable.id} projectId={item.projectId} />
      )}
      {deliverable.kind === 'register' && <RegisterLink deliverableId={deliverable.id} projectId={item.projectId} />}
      {deliverable.kind === 'generated' && crew && (
        <DocumentLink deliverable={deliverable} projectId={item.projectId} />
      )}
      <Evidence deliverable={deliverable} zone={zone} uploads={uploads} />
      {over && <p className="drop-hint">{t('files.drop')}</p>}
      <UploadList uploads={sending} />
      <DeliverableActions deliverable={deliverable} item={item} uploads={uploads} />
    </li>
  );
}
