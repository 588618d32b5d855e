import { useState } from 'react';
import type { AcceptanceCard } from '../../api/types';
import { webAddress } from '../../components/links';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';
import {
  downloadOf,
  type Evidence,
  type EvidenceFile,
  inView,
  isFile,
  isPdf,
  isPicture,
  mayBeLookedAt,
  olderOf,
  previewOf,
  sizeOf,
} from '../item/files/file-lists';
import { FilePreview } from '../item/files/FilePreview';

/** The pieces of evidence that can be looked at here, the newest versions alone. */
export const toLookAt = ({ deliverable }: AcceptanceCard): EvidenceFile[] =>
  inView(deliverable.evidenceList).filter(isFile).filter(mayBeLookedAt);

function FileName({ evidence }: { evidence: EvidenceFile }) {
  const { t } = useI18n();
  const { name, bytes, version } = evidence.file;
  return (
    <a href={downloadOf(evidence)} download className="wall-name">
      {name}{' '}
      <small className="muted">
        {sizeOf(bytes)}
        {version > 1 && ` · ${t('files.version', { version })}`}
      </small>
    </a>
  );
}

function Look({ evidence, onOpen }: { evidence: EvidenceFile; onOpen: (evidence: EvidenceFile) => void }) {
  const { t } = useI18n();
  const { file } = evidence;
  const label = t('files.previewOf', { name: file.name });
  if (isPicture(evidence)) {
    return (
      <button type="button" className="wall-picture" aria-label={label} onClick={() => onOpen(evidence)}>
        <img
          src={previewOf(evidence)}
          alt={file.name}
          width={file.width ?? undefined}
          height={file.height ?? undefined}
          loading="lazy"
        />
      </button>
    );
  }
  if (!isPdf(evidence)) return null;
  return (
    <button type="button" className="wall-pdf" aria-label={label} onClick={() => onOpen(evidence)}>
      <b aria-hidden>PDF</b>
      {t('files.preview')}
    </button>
  );
}

function Older({ list, evidence }: { list: readonly Evidence[]; evidence: EvidenceFile }) {
  const { t } = useI18n();
  const older = olderOf(list, evidence);
  if (older.length === 0) return null;
  return (
    <details>
      <summary>{t('files.older', { count: older.length })}</summary>
      <ul>
        {older.map((one) => (
          <li key={one.id}>
            <FileName evidence={one} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function NoteAndLink({ evidence: { note, link } }: { evidence: Evidence }) {
  const href = webAddress(link);
  return (
    <>
      {note && <p className="wall-note">{note}</p>}
      {href ? (
        <a href={href} target="_blank" rel="noopener noreferrer" className="wall-link">
          {link}
        </a>
      ) : (
        link && <p>{link}</p>
      )}
    </>
  );
}

interface Props {
  card: AcceptanceCard;
  open: EvidenceFile | null;
  onOpen: (evidence: EvidenceFile | null) => void;
}

/** What shows that the deliverable was made: pictures large, the rest to be opened. */
export function EvidenceWall({ card, open, onOpen }: Props) {
  const { t } = useI18n();
  const list = card.deliverable.evidenceList;
  if (list.length === 0) return <p className="muted">{t('acceptance.noEvidence')}</p>;
  return (
    <>
      <ul className="wall" aria-label={t('acceptance.evidence')}>
        {inView(list).map((evidence) => (
          <li key={evidence.id}>
            {isFile(evidence) ? (
              <>
                <Look evidence={evidence} onOpen={onOpen} />
                <FileName evidence={evidence} />
                <Older list={list} evidence={evidence} />
              </>
            ) : (
              <NoteAndLink evidence={evidence} />
            )}
            <small className="muted">
              {evidence.addedBy.name} · {formatInstant(evidence.addedAt, card.zone)}
            </small>
          </li>
        ))}
      </ul>
      {open && <FilePreview file={open.file} href={downloadOf(open)} onClose={() => onOpen(null)} />}
    </>
  );
}

/** Opened by a key: the first that can be looked at, and then the next. */
export function useEvidence(card: AcceptanceCard | null) {
  const [open, setOpen] = useState<EvidenceFile | null>(null);
  const openFirst = () => {
    const first = card && toLookAt(card)[0];
    if (first) return setOpen(first);
    const link = card && card.deliverable.evidenceList.map((one) => webAddress(one.link)).find(Boolean);
    if (link) window.open(link, '_blank', 'noopener,noreferrer');
  };
  return { open, setOpen, openFirst };
}
