import type { Counts } from '../api/types';
import { useI18n } from '../i18n';

export function CountsLine({ counts }: { counts: Counts }) {
  const { t } = useI18n();
  return (
    <ul className="facts">
      <li>{t('counts.workItems', { count: counts.workItems })}</li>
      <li>{t('counts.deliverables', { count: counts.deliverables })}</li>
      <li>{t('counts.checks', { count: counts.checks })}</li>
    </ul>
  );
}
