import { lazy, Suspense, useState } from 'react';
import { api } from '../../api/client';
import { LoadState } from '../../components/LoadState';
import { useI18n } from '../../i18n';
import { KindCard } from './KindCard';
import { byKind, isEvent } from './templateKinds';
import type { StepProps } from './types';

const StandardDrawer = lazy(() => import('../standards/StandardDrawer'));
const TemplateDrawer = lazy(() => import('./TemplateDrawer'));

export function TemplateStep({ draft, change, go }: StepProps) {
  const { t } = useI18n();
  const [reading, setReading] = useState<string | null>(null);
  const [looking, setLooking] = useState<string | null>(null);
  const templates = api.useQuery('get', '/api/templates');
  if (!templates.data) return <LoadState query={templates} />;
  const choose = (slug: string) => {
    change({ template: slug });
    go('event');
  };
  const groups = byKind(templates.data.items);
  const section = (group: (typeof groups)[number]) => (
    <section key={group.kind} className={`kind-group kind-${group.kind}`} aria-labelledby={`kind-${group.kind}`}>
      <h3 id={`kind-${group.kind}`}>{t(`start.kind.${group.kind}`)}</h3>
      <p className="field-hint">{t(`start.kindHint.${group.kind}`)}</p>
      <ul className="kind-cards">
        {group.templates.map((template) => (
          <KindCard
            key={template.slug}
            template={template}
            chosen={draft.template === template.slug}
            onChoose={choose}
            onRead={setReading}
            onLook={setLooking}
          />
        ))}
      </ul>
    </section>
  );
  return (
    <>
      <div className="kind-events">{groups.filter(({ kind }) => isEvent(kind)).map(section)}</div>
      {groups.filter(({ kind }) => !isEvent(kind)).map(section)}
      <Suspense fallback={null}>
        {looking && <TemplateDrawer slug={looking} onChoose={choose} onClose={() => setLooking(null)} />}
        {reading && <StandardDrawer slug={reading} onClose={() => setReading(null)} />}
      </Suspense>
    </>
  );
}
