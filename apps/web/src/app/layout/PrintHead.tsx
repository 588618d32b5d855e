import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';
import { useMe } from '../session';
import { usePrinting } from '../usePrinting';

/** What a sheet of paper must say by itself: where it comes from, whose view it is, and of when. */
export function PrintHead() {
  const { t } = useI18n();
  const { name } = useMe();
  if (!usePrinting()) return null;
  return (
    <p className="print-head">
      <span>Convener {t('app.tagline')}</span>
      <span>{t('app.printedBy', { at: formatInstant(Date.now()), name })}</span>
    </p>
  );
}
