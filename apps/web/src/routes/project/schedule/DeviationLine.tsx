import type { DeviationSummary } from '../../../api/types';
import { useI18n } from '../../../i18n';

interface Props {
  name?: string;
  summary: DeviationSummary;
  titles: ReadonlyMap<string, string>;
}

const COUNTS = ['asPlanned', 'later', 'earlier', 'doneOnTime', 'doneLate'] as const;

/** How a group of work stands to its baseline. */
export function DeviationLine({ name, summary, titles }: Props) {
  const { t } = useI18n();
  const { counted, averageDays, worst } = summary;
  const said = COUNTS.filter((key) => summary[key] > 0);
  return (
    <div className="deviation-line">
      {name && <h3>{name}</h3>}
      {counted === 0 ? (
        <p className="muted">{t('baseline.nothing')}</p>
      ) : (
        <ul className="facts">
          <li>{t('baseline.counted', { count: counted })}</li>
          {said.map((key) => (
            <li key={key}>{t(`baseline.${key}`, { count: summary[key] })}</li>
          ))}
          {averageDays !== null && averageDays !== 0 && (
            <li>{t('baseline.average', { days: averageDays > 0 ? `+${averageDays}` : averageDays })}</li>
          )}
        </ul>
      )}
      {counted > 0 && (
        <p className={worst ? 'schedule-late' : 'muted'}>
          {worst
            ? t('baseline.worst', { title: titles.get(worst.id) ?? '', count: worst.days })
            : t('baseline.noneBehind')}
        </p>
      )}
    </div>
  );
}
