import type { Deliverable } from '../../api/types';
import { webAddress } from '../../components/links';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';
import { type Evidence as One, inView, isFile, olderOf } from './files/file-lists';
import { FileLine } from './files/FileLine';
import type { Uploads } from './files/useUploads';

interface Props {
  deliverable: Deliverable;
  zone: string;
  /** Null where nothing may be added. */
  uploads: Uploads | null;
}

/** Notes, links and files that show what was made. */
export function Evidence({ deliverable, zone, uploads }: Props) {
  const { t } = useI18n();
  const { evidenceList } = deliverable;
  if (evidenceList.length === 0) return null;
  return (
    <ul className="evidence" aria-label={t('deliverable.evidenceWord')}>
      {inView(evidenceList).map((evidence) => (
        <li key={evidence.id}>
          {isFile(evidence) ? (
            <FileLine evidence={evidence} older={olderOf(evidenceList, evidence)} uploads={uploads} />
          ) : (
            <NoteAndLink evidence={evidence} />
          )}
          <small className="muted">
            {evidence.addedBy.name} · {formatInstant(evidence.addedAt, zone)}
          </small>
        </li>
      ))}
    </ul>
  );
}

function NoteAndLink({ evidence: { note, link } }: { evidence: One }) {
  const href = webAddress(link);
  return (
    <>
      {note && <p>{note}</p>}
      {href ? (
        <a href={href} target="_blank" rel="noopener noreferrer">
          {link}
        </a>
      ) : (
        link && <p>{link}</p>
      )}
    </>
  );
}
