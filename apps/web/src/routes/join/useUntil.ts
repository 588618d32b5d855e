import { dayAt, formatDay } from '../../format/dates';
import { useI18n } from '../../i18n';

/** The last day on which temporary staff are in, in words: they are out from the midnight after it. */
export function useUntil() {
  // Days are worded in the language that is on, so the words follow it.
  useI18n();
  return ({ until, zone }: { until: number; zone: string }) => formatDay(dayAt(until - 1, zone));
}
