import { useState } from 'react';
import { fieldErrors } from '../../api/problem';
import { Tick } from '../../components/Tick';
import { Choices } from '../../components/Choices';
import { FormError } from '../../components/FormError';
import { lateSection } from '../../components/late/lateSection';
import { soon } from '../../components/late/soon';
import { LoadState } from '../../components/LoadState';
import { useI18n } from '../../i18n';
import { CalendarNotes } from './CalendarNotes';
import { LeftOutList } from './LeftOutList';
import { LateStart } from './LateStart';
import { PlanMonths } from './PlanMonths';
import { PreviewHead } from './PreviewHead';
import { PreviewPlan } from './PreviewPlan';
import { type By, GROUPINGS } from './planGroups';
import { SkippedReminders } from './SkippedReminders';
import { StepFooter } from './StepFooter';
import type { TemplateStepProps } from './types';

const ListsToCome = lateSection(() => import('./ListsToCome').then((part) => part.ListsToCome), soon);
const PastLessons = lateSection(() => import('../lessons/PastLessons').then((part) => part.PastLessons), soon);

const VIEWS = ['list', 'calendar'] as const;

interface Props extends TemplateStepProps {
  busy: boolean;
  onStart: () => void;
}

export function PreviewStep({ draft, change, go, preview, error, template, busy, onStart }: Props) {
  const { t, locale } = useI18n();
  const [view, setView] = useState<(typeof VIEWS)[number]>('list');
  const [by, setBy] = useState<By>('stage');
  const plan = preview.data;
  if (!plan) return <LoadState query={preview} />;
  return (
    <>
      <FormError error={error} />
      <PreviewHead draft={draft} plan={plan} template={template} />
      <LateStart preview={plan} draft={draft} change={change} error={fieldErrors(error, locale)['/lateStart']} />
      <CalendarNotes years={plan.calendar} />
      <div className="preview-choices">
        <Choices
          legend={t('start.view.legend')}
          value={view}
          choices={VIEWS.map((value) => ({ value, label: t(`start.view.${value}`) }))}
          onChange={setView}
        />
        <Choices
          legend={t('start.by.legend')}
          value={by}
          choices={GROUPINGS.map((value) => ({ value, label: t(`word.${value}`) }))}
          onChange={setBy}
        />
      </div>
      {view === 'list' ? <PreviewPlan plan={plan} by={by} /> : <PlanMonths plan={plan} by={by} />}
      <PastLessons template={template.slug} places={plan.items.map(({ place }) => place)} />
      <ListsToCome lists={plan.lists} teams={plan.teams} />
      <LeftOutList rows={plan.leftOut} />
      <SkippedReminders rows={plan.skippedReminders} />
      <Tick checked={draft.strictChecks ?? false} onChange={(strictChecks) => change({ strictChecks })}>
        {t('project.strictChecks')}
      </Tick>
      <p className="field-hint indented">{t('project.strictChecksHint')}</p>
      <StepFooter
        step="preview"
        go={go}
        onNext={onStart}
        nextText={t('start.start')}
        busy={busy}
        disabled={preview.isError || preview.isFetching}
      >
        {t('start.nothingYet')}
      </StepFooter>
    </>
  );
}
