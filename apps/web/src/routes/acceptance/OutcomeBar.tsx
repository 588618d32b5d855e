import Button from 'antd/es/button';
import { currentOf, isUnreachable, problemText } from '../../api/problem';
import { useI18n } from '../../i18n';
import type { Decisions } from './useDecisions';

/** What became of the last decision; an acceptance can be taken back. */
export function OutcomeBar({ decisions: { outcome, takeBack } }: { decisions: Decisions }) {
  const { t, locale, pick } = useI18n();
  if (!outcome) return <div className="outcome" role="status" />;
  const { card, is, error } = outcome;
  const title = pick(card.deliverable.title, card.deliverable.titleEn);
  if (is === 'refused') {
    const why = problemText(error, locale) ?? t(isUnreachable(error) ? 'acceptance.offline' : 'error.unknown');
    return (
      <div className="outcome outcome-refused" role="alert">
        <p>
          <b>{t('acceptance.refused', { title })}</b> {why} {currentOf(error) !== null && t('acceptance.latest')}
        </p>
      </div>
    );
  }
  return (
    <div className="outcome" role="status">
      <p>{t(`acceptance.${is}`, { title })}</p>
      {is === 'accepted' && (
        <Button size="small" type="text" onClick={() => takeBack(card)}>
          {t('common.undo')}
        </Button>
      )}
    </div>
  );
}
