import type { RunSheet } from '../../api/types';
import { formatDay, sameYear } from '../../format/dates';
import { useI18n } from '../../i18n';
import { usedDays } from '../run-sheet/cues.rules';

interface Props {
  sheet: RunSheet;
  /** Undefined where the screen follows the clock. */
  asked: string | undefined;
  onChange: (day: string | undefined) => void;
}

/** Which day a screen shows: by the clock, or one for good, as at a rehearsal. */
export function StageDay({ sheet, asked, onChange }: Props) {
  const { t } = useI18n();
  const days = usedDays(sheet);
  if (days.length < 2) return null;
  return (
    <select
      className="plain-select stage-day"
      aria-label={t('runSheet.day')}
      value={asked ?? ''}
      onChange={({ target }) => onChange(target.value || undefined)}
    >
      <option value="">{t('runSheet.byTheClock')}</option>
      {days.map((day) => (
        <option key={day} value={day}>
          {formatDay(day, sameYear(day, sheet.openingDay))}
        </option>
      ))}
    </select>
  );
}
