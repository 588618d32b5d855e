import type { Recurring } from '../../../api/types';
import { useI18n } from '../../../i18n';

/** How often something comes again, in words. */
export function useRhythm() {
  const { t } = useI18n();
  return ({ every, weekday, monthDay }: Pick<Recurring, 'every' | 'weekday' | 'monthDay'>): string => {
    const often = t(`recurring.rhythm.${every}`);
    if (monthDay !== null) return t('recurring.onMonthDay', { every: often, day: monthDay });
    const name = t(`date.weekday.${weekday ?? 0}` as 'date.weekday.0');
    return t('recurring.onWeekday', { every: often, weekday: name });
  };
}
