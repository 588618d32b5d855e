import { useMemo } from 'react';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import type { CellWords } from './cellText';

export function useCellWords(): CellWords {
  const { t, locale } = useI18n();
  return useMemo(
    () => ({
      yes: t('register.yes'),
      no: t('register.no'),
      unnamed: t('register.unnamed'),
      day: formatDay,
      pick: (zh: string, en: string | null) => (locale === 'en' && en ? en : zh),
    }),
    [t, locale],
  );
}
