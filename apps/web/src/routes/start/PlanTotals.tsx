import { useI18n } from '../../i18n';
import type { StepProps } from './types';

/** What the project would have as things stand; read out when it changes. */
export function PlanTotals({ preview }: Pick<StepProps, 'preview'>) {
  const { t } = useI18n();
  const counts = preview.data?.counts;
  return (
    <span role="status" className="plan-totals">
      {counts &&
        [
          t('counts.workItems', { count: counts.workItems }),
          t('counts.deliverables', { count: counts.deliverables }),
          t('counts.checks', { count: counts.checks }),
        ].join(' · ')}
    </span>
  );
}
