import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../api/client';
import { queryClient } from '../../app/queryClient';
import type { Step } from '../../app/search';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { useI18n } from '../../i18n';
import type { Draft, OwnStartDraft } from './draft';
import { DraftNotes } from './DraftNotes';
import { DraftState } from './DraftState';
import { EventStep } from './EventStep';
import { OptionsStep } from './OptionsStep';
import { PreviewStep } from './PreviewStep';
import { StepHeading } from './StepHeading';
import { StepRail } from './StepRail';
import { isOpen } from './steps';
import type { StepProps } from './types';
import { TeamsStep } from './TeamsStep';
import { TemplateStep } from './TemplateStep';
import { draftQuery, useDraft } from './useDraft';
import { usePreview } from './usePreview';
import { useStart } from './useStart';

const route = getRouteApi('/inside/projects/new');

interface Props {
  found: OwnStartDraft;
  /** Begin anew with the draft that the cache now holds. */
  onTakeOther: () => void;
}

export function Wizard({ found, onTakeOther }: Props) {
  const { t } = useI18n();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { draft, change, saving, theirs, insist, saver } = useDraft(found);
  // Said until the page is left: the first save makes the stored draft fit, and it would fall silent.
  const [dropped] = useState(found.dropped);
  const preview = usePreview(draft);
  const go = (step: Step) => {
    change({ step });
    void navigate({ search: { step } });
  };
  const { start, submit } = useStart(draft, saver, go);
  const template = useTemplate(draft, change, search.template);
  const wanted = search.step ?? (search.template ? 'event' : (draft.step ?? 'template'));
  const step = isOpen(wanted, draft) ? wanted : draft.template ? 'event' : 'template';
  const arrived = useArrived(step);
  const edit = (part: Draft) => {
    // What the server refused was the draft as it was; a changed one has not been judged yet.
    start.reset();
    change(part);
  };
  const rest = { draft, change: edit, go, preview, error: start.error ?? preview.error };
  const takeTheirs = () => {
    saver.end();
    queryClient.setQueryData(draftQuery.queryKey, theirs ?? undefined);
    onTakeOther();
  };
  const discarded = () => {
    saver.end();
    onTakeOther();
    void navigate({ search: {}, replace: true });
  };
  return (
    <main className="page start">
      <PageHeader
        title={t('start.title')}
        actions={<DraftState saving={saving} onRetry={() => void saver.flush()} onDiscarded={discarded} />}
      />
      <DraftNotes dropped={dropped} theirs={theirs} onTake={takeTheirs} onInsist={insist} />
      <StepRail step={step} draft={draft} go={go} />
      <StepHeading step={step} arrived={arrived}>
        {t(`start.lead.${step}`)}
      </StepHeading>
      {step === 'template' ? (
        <TemplateStep {...rest} />
      ) : (
        <LaterStep {...{ step, template, rest }} busy={start.isPending} onStart={() => void submit()} />
      )}
    </main>
  );
}

interface LaterProps {
  step: Exclude<Step, 'template'>;
  template: ReturnType<typeof useTemplate>;
  rest: StepProps;
  busy: boolean;
  onStart: () => void;
}

/** The steps that need the chosen template whole. */
function LaterStep({ step, template: query, rest, busy, onStart }: LaterProps) {
  const template = query.data;
  if (!template) return <LoadState query={query} />;
  if (step === 'event') return <EventStep {...rest} template={template} />;
  if (step === 'options') return <OptionsStep {...rest} template={template} />;
  if (step === 'teams') return <TeamsStep {...rest} template={template} />;
  return <PreviewStep {...rest} {...{ template, busy, onStart }} />;
}

/** The template whole. The draft remembers to which version its answers were given. */
function useTemplate(draft: Draft, change: (part: Draft) => void, chosen: string | undefined) {
  useEffect(() => {
    if (chosen) change({ template: chosen });
  }, [chosen, change]);
  const slug = draft.template ?? '';
  const query = api.useQuery('get', '/api/templates/{slug}', { params: { path: { slug } } }, { enabled: slug !== '' });
  const version = query.data?.slug === slug ? query.data.version : undefined;
  useEffect(() => {
    if (version !== undefined && draft.templateVersion === undefined) change({ templateVersion: version });
  }, [version, draft.templateVersion, change]);
  return query;
}

/** Whether this is another step than the one that the page opened with, now or before. */
function useArrived(step: Step): boolean {
  const opened = useRef(step);
  const moved = useRef(false);
  if (opened.current !== step) moved.current = true;
  return moved.current;
}
