import { Link } from '@tanstack/react-router';
import type { AcceptanceCard } from '../../api/types';
import { DueDay } from '../../components/DueDay';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';
import type { EvidenceFile } from '../item/files/file-lists';
import { EvidenceWall } from './EvidenceWall';
import { Indicators, Outputs } from './Indicators';

interface Props {
  card: AcceptanceCard;
  open: EvidenceFile | null;
  onOpen: (evidence: EvidenceFile | null) => void;
}

function Returns({ card: { returns, zone } }: { card: AcceptanceCard }) {
  const { t } = useI18n();
  if (returns.length === 0) return null;
  return (
    <section className="card-returns">
      <h3>{t('acceptance.returns', { count: returns.length })}</h3>
      <ul>
        {returns.map(({ at, by, reason }) => (
          <li key={at}>
            <p>{reason}</p>
            <small className="muted">
              {t('acceptance.returnedBy', { name: by?.name ?? '', at: formatInstant(at, zone) })}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Head({ card }: { card: AcceptanceCard }) {
  const { t, pick } = useI18n();
  const { deliverable, workItem, project, zone, itemCode } = card;
  return (
    <header className="card-head">
      <h2>
        {deliverable.code && <span className="code">{deliverable.code}</span>}
        {pick(deliverable.title, deliverable.titleEn)}
      </h2>
      <p>
        <Link
          to="/projects/$projectId/items/$itemId"
          params={{ projectId: project.id, itemId: workItem.id }}
          hash={`deliverable-${deliverable.id}`}
        >
          {itemCode && <span className="code">{itemCode}</span>}
          {pick(workItem.title, workItem.titleEn)}
        </Link>
        <span className="card-project">{project.name}</span>
      </p>
      <p className="card-facts">
        {deliverable.submittedAt !== null && (
          <span>
            {t('acceptance.handedIn', {
              name: deliverable.submittedBy?.name ?? '',
              at: formatInstant(deliverable.submittedAt, zone),
            })}
          </span>
        )}
        <span>
          {t('acceptance.due')} <DueDay day={deliverable.dueDay} overdue={deliverable.overdue} />
        </span>
      </p>
    </header>
  );
}

/** One deliverable that waits: what was made beside what was asked. */
export function Card({ card, open, onOpen }: Props) {
  const { t } = useI18n();
  const left = card.checks.filter(({ state }) => state === 'open').length;
  return (
    <article className="acceptance-card" aria-label={card.deliverable.title}>
      <Head card={card} />
      <div className="card-columns">
        <section>
          <h3>{t('acceptance.evidence')}</h3>
          <EvidenceWall card={card} open={open} onOpen={onOpen} />
        </section>
        <div>
          <Returns card={card} />
          <section>
            <h3>
              {t('acceptance.indicators')}
              {left > 0 && <span className="tag tag-soon">{t('acceptance.openCount', { count: left })}</span>}
            </h3>
            <Indicators card={card} />
          </section>
          <Outputs card={card} />
        </div>
      </div>
    </article>
  );
}
