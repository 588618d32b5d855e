import { lazy, Suspense, useState } from 'react';
import { api } from '../../api/client';
import { LoadState } from '../../components/LoadState';
import { useI18n } from '../../i18n';
import { TemplateGroups } from '../templates/TemplateGroups';
import type { StepProps } from './types';

const StandardDrawer = lazy(() => import('../standards/StandardDrawer'));

export function TemplateStep({ draft, change, go }: StepProps) {
  const { t } = useI18n();
  const [reading, setReading] = useState<string | null>(null);
  const templates = api.useQuery('get', '/api/templates');
  if (!templates.data) return <LoadState query={templates} />;
  const choose = (slug: string) => {
    change({ template: slug });
    go('event');
  };
  return (
    <>
      <p className="page-lead">{t('start.templateLead')}</p>
      <TemplateGroups templates={templates.data.items} chosen={draft.template} onChoose={choose} onRead={setReading} />
      {reading && (
        <Suspense fallback={null}>
          <StandardDrawer slug={reading} onClose={() => setReading(null)} />
        </Suspense>
      )}
    </>
  );
}
