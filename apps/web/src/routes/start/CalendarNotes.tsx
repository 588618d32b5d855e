import type { Preview } from '../../api/types';
import { useI18n } from '../../i18n';

/** Says which years' days off are not yet certain. */
export function CalendarNotes({ years }: { years: Preview['calendar'] }) {
  const { t } = useI18n();
  const uncertain = years.filter((one) => one.status !== 'official');
  if (uncertain.length === 0) return null;
  return (
    <ul className="note">
      {uncertain.map(({ year, status }) => (
        <li key={year}>{t(`calendar.${status as 'provisional' | 'weekends-only'}`, { year })}</li>
      ))}
    </ul>
  );
}
