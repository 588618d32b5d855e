import { useI18n } from '../../i18n';

export function Credit() {
  const { t } = useI18n();
  return <p className="credit">{t('standard.credit')}</p>;
}
