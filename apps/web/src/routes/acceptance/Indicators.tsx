import type { AcceptanceCard } from '../../api/types';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';

/** The checks of the work item, which are the standard's own indicators, with how they stand. */
export function Indicators({ card }: { card: AcceptanceCard }) {
  const { t } = useI18n();
  const { checks, zone } = card;
  if (checks.length === 0) return <p className="muted">{t('acceptance.noIndicators')}</p>;
  return (
    <ul className="indicators">
      {checks.map((check) => (
        <li key={check.id} className={`indicator indicator-${check.state}`}>
          <i aria-hidden />
          <div>
            <p>
              {check.code && <span className="code">{check.code}</span>}
              {check.text}
            </p>
            <small className="muted">
              {[
                t(`check.state.${check.state}`),
                check.decidedBy?.name,
                check.decidedAt !== null && formatInstant(check.decidedAt, zone),
                check.reason && t('common.reasonIs', { reason: check.reason }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What the standards call what was handed in; a merged deliverable stands for several outputs. */
export function Outputs({ card }: { card: AcceptanceCard }) {
  const { t } = useI18n();
  const { sources, code } = card.deliverable;
  if (sources.length === 0) return null;
  return (
    <section>
      <h3>{t('acceptance.standard')}</h3>
      <ul className="outputs">
        {sources.map(({ standard, edition, place, title }) => (
          <li key={`${standard}/${place}`}>
            <p>
              {sources.length === 1 && code && <span className="code">{code}</span>}
              {title}
            </p>
            <small className="muted">
              {[t('acceptance.output'), sources.length === 1 ? card.standardName : null, edition]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
