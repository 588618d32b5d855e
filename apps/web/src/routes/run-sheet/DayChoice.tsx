import type { RunSheet } from '../../api/types';
import { Choices } from '../../components/Choices';
import { formatDay, sameYear } from '../../format/dates';
import { useI18n } from '../../i18n';
import { daysOf } from './cues.rules';

/** One day of the run sheet. */
export function DayChoice({ sheet, day, onChange }: { sheet: RunSheet; day: string; onChange: (day: string) => void }) {
  const { t } = useI18n();
  const days = daysOf(sheet);
  if (days.length === 1) return null;
  return (
    <Choices
      legend={t('runSheet.day')}
      hideLegend
      value={day}
      choices={days.map((one) => ({ value: one, label: formatDay(one, sameYear(one, sheet.openingDay)) }))}
      onChange={onChange}
    />
  );
}
