import type { Deliverable } from '../../api/types';
import { webAddress } from '../../components/links';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';

export function Evidence({ deliverable, zone }: { deliverable: Deliverable; zone: string }) {
  const { t } = useI18n();
  if (deliverable.evidenceList.length === 0) return null;
  return (
    <ul className="evidence" aria-label={t('deliverable.evidenceWord')}>
      {deliverable.evidenceList.map(({ id, note, link, addedBy, addedAt }) => {
        const href = webAddress(link);
        return (
          <li key={id}>
            {note && <p>{note}</p>}
            {href ? (
              <a href={href} target="_blank" rel="noopener noreferrer">
                {link}
              </a>
            ) : (
              link && <p>{link}</p>
            )}
            <small className="muted">
              {addedBy.name} · {formatInstant(addedAt, zone)}
            </small>
          </li>
        );
      })}
    </ul>
  );
}
