import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDay, formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';
import { DiscardDraft } from './DiscardDraft';
import { draftQuery } from './useDraft';
import '../../styles/start-wizard.css';

/** On the projects page: a start that was left, to go on with or throw away. */
export function UnfinishedStart() {
  const { t } = useI18n();
  const { data } = useQuery(draftQuery);
  if (!data?.draft) return null;
  const { name, opening } = data.draft;
  return (
    <section className="unfinished" aria-label={t('start.unfinished')}>
      <div>
        <h2>{t('start.unfinished')}</h2>
        <p className="muted">
          {[
            name ?? t('start.unnamed'),
            opening && t('start.opensOn', { day: formatDay(opening) }),
            data.savedAt !== null && t('start.savedAt', { at: formatInstant(data.savedAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className="unfinished-actions">
        <Link to="/projects/new" className="button-link">
          {t('start.goOn')}
        </Link>
        <DiscardDraft onDiscarded={() => undefined} />
      </div>
    </section>
  );
}
