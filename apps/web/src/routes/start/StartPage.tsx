import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api } from '../../api/client';
import type { Step } from '../../app/search';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { useI18n } from '../../i18n';
import { bodyOf, useDraft, type Draft } from './draft';
import { EventStep } from './EventStep';
import { OptionsStep } from './OptionsStep';
import { PreviewStep } from './PreviewStep';
import { StepRail } from './StepRail';
import { isOpen } from './steps';
import { TeamsStep } from './TeamsStep';
import { TemplateStep } from './TemplateStep';
import { usePreview } from './usePreview';
import { useStart } from './useStart';
import '../../styles/start.css';

const route = getRouteApi('/inside/projects/new');

/** From a template to a running project: nothing is created before the last step. */
export function StartPage() {
  const { t } = useI18n();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { draft, change } = useDraft();
  const preview = usePreview(draft);
  const go = (step: Step) => void navigate({ search: { step } });
  const start = useStart(go);
  useEffect(() => {
    if (search.template) change({ template: search.template });
  }, [search.template, change]);
  const template = api.useQuery(
    'get',
    '/api/templates/{slug}',
    { params: { path: { slug: draft.template ?? '' } } },
    { enabled: Boolean(draft.template) },
  );
  const wanted = search.step ?? (search.template ? 'event' : 'template');
  const step = isOpen(wanted, draft) ? wanted : draft.template ? 'event' : 'template';
  const error = start.error ?? preview.error;
  const edit = (part: Draft) => {
    // What the server refused was the draft as it was; a changed one has not been judged yet.
    start.reset();
    change(part);
  };
  const rest = { draft, change: edit, go, preview, error };
  const submit = () => {
    const body = bodyOf(draft);
    if (body) start.mutate({ body });
  };
  return (
    <main className="page start">
      <PageHeader title={t('start.title')} />
      <StepRail step={step} draft={draft} go={go} />
      {step === 'template' && <TemplateStep {...rest} />}
      {step !== 'template' && !template.data && <LoadState query={template} />}
      {template.data && step === 'event' && <EventStep {...rest} template={template.data} />}
      {template.data && step === 'options' && <OptionsStep {...rest} template={template.data} />}
      {template.data && step === 'teams' && <TeamsStep {...rest} template={template.data} />}
      {template.data && step === 'preview' && (
        <PreviewStep {...rest} template={template.data} busy={start.isPending} onStart={submit} />
      )}
    </main>
  );
}
