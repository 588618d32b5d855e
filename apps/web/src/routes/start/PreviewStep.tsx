import Checkbox from 'antd/es/checkbox';
import { fieldErrors } from '../../api/problem';
import { FormError } from '../../components/FormError';
import { LoadState } from '../../components/LoadState';
import { DaySpan } from '../../components/DaySpan';
import { useI18n } from '../../i18n';
import { CalendarNotes } from './CalendarNotes';
import { LeftOutList } from './LeftOutList';
import { LateStart } from './LateStart';
import { PreviewPlan } from './PreviewPlan';
import { SkippedReminders } from './SkippedReminders';
import { StepFooter } from './StepFooter';
import type { TemplateStepProps } from './types';

interface Props extends TemplateStepProps {
  busy: boolean;
  onStart: () => void;
}

export function PreviewStep({ draft, change, go, preview, error, template, busy, onStart }: Props) {
  const { t, pick, locale } = useI18n();
  const plan = preview.data;
  if (!plan) return <LoadState query={preview} />;
  const { workItems, deliverables, checks } = plan.counts;
  return (
    <>
      <FormError error={error} />
      <section className="preview-head">
        <div>
          <h2>{draft.name}</h2>
          <p className="muted">
            {[draft.client, draft.venue, pick(template.name, template.nameEn)].filter(Boolean).join(' · ')}
          </p>
          <p className="day">
            <DaySpan from={draft.opening ?? null} to={draft.closing ?? null} />
          </p>
        </div>
        <dl className="big-counts">
          {(
            [
              ['workItems', workItems],
              ['deliverables', deliverables],
              ['checks', checks],
            ] as const
          ).map(([key, count]) => (
            <div key={key}>
              <dt>{t(`word.${key}`)}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
      </section>
      <LateStart preview={plan} draft={draft} change={change} error={fieldErrors(error, locale)['/lateStart']} />
      <CalendarNotes years={plan.calendar} />
      <PreviewPlan plan={plan} />
      <LeftOutList rows={plan.leftOut} />
      <SkippedReminders rows={plan.skippedReminders} />
      <Checkbox
        checked={draft.strictChecks ?? false}
        onChange={(event) => change({ strictChecks: event.target.checked })}
      >
        {t('project.strictChecks')}
      </Checkbox>
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
