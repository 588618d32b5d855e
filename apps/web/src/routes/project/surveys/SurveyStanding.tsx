import type { SurveySummary } from '../../../api/types';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';

type Stood = Pick<SurveySummary, 'state' | 'stand' | 'opensDay' | 'closesDay'>;

/** How a survey stands today, and until when. */
export function SurveyStanding({ survey: { state, stand, opensDay, closesDay } }: { survey: Stood }) {
  const { t } = useI18n();
  const word = state === 'open' ? stand : state;
  return (
    <span className="survey-standing">
      <span className={word === 'collecting' ? 'survey-state survey-state-on' : 'survey-state'}>
        {word === 'waiting'
          ? t('survey.stand.waiting', { day: opensDay ? formatDay(opensDay) : '' })
          : t(`survey.stand.${word}`)}
      </span>
      {word === 'collecting' && closesDay && (
        <small className="muted">{t('survey.until', { day: formatDay(closesDay) })}</small>
      )}
    </span>
  );
}
