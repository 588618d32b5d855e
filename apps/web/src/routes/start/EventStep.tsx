import { useEffect, useRef, useState } from 'react';
import { Input, Select } from '../../components/late';
import { fieldErrors } from '../../api/problem';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { Panel } from '../../components/Panel';
import { useI18n } from '../../i18n';
import type { Draft } from './draft';
import { EventDays } from './EventDays';
import { focusFirstWrong } from './focus';
import { PlanTotals } from './PlanTotals';
import { StepFooter } from './StepFooter';
import { firstWrongStep, stepOf } from './steps';
import type { TemplateStepProps } from './types';
import { useLastPlan } from './usePreview';

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));
const LONGEST = 200;

interface FactsProps {
  draft: Draft;
  change: (part: Draft) => void;
  problem: (pointer: string, missing?: boolean) => string | undefined;
}

function EventFacts({ draft, change, problem }: FactsProps) {
  const { t } = useI18n();
  return (
    <div className="event-facts">
      <Field label={t('project.name')} error={problem('/name', !draft.name?.trim())}>
        {(control) => (
          <Input
            {...control}
            maxLength={LONGEST}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('project.client')} optional error={problem('/client')}>
        {(control) => (
          <Input
            {...control}
            maxLength={LONGEST}
            value={draft.client}
            onChange={(event) => change({ client: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('project.venue')} optional error={problem('/venue')}>
        {(control) => (
          <Input
            {...control}
            maxLength={LONGEST}
            value={draft.venue}
            onChange={(event) => change({ venue: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('project.zone')} error={problem('/zone')}>
        {(control) => (
          <Select
            {...control}
            className="wide"
            showSearch
            value={draft.zone ?? 'Asia/Taipei'}
            options={ZONES}
            onChange={(zone) => change({ zone })}
          />
        )}
      </Field>
    </div>
  );
}

export function EventStep({ draft, change, go, preview, error, template }: TemplateStepProps) {
  const { t, locale } = useI18n();
  const [tries, setTries] = useState(0);
  const form = useRef<HTMLDivElement>(null);
  const plan = useLastPlan(preview.data, template.slug);
  const errors = fieldErrors(error, locale);
  const problem = (pointer: string, missing = false) =>
    errors[pointer] ?? (tries > 0 && missing ? t('common.required') : undefined);
  const complete = Boolean(draft.name?.trim() && draft.opening && draft.closing);
  const wrongHere = firstWrongStep(Object.keys(errors)) === 'event' || (preview.isError && !preview.isFetching);
  // The fields are marked wrong first, and only then is there one to go to.
  useEffect(() => {
    if (tries > 0 && form.current) focusFirstWrong(form.current);
  }, [tries]);
  const next = () => {
    if (complete && !wrongHere) go('options');
    else setTries((now) => now + 1);
  };
  return (
    <div ref={form}>
      <FormError error={error} known={Object.keys(errors).filter((pointer) => stepOf(pointer) === 'event')} />
      <Panel title={t('start.facts')}>
        <EventFacts {...{ draft, change, problem }} />
      </Panel>
      <EventDays {...{ draft, change, problem, template, plan }} />
      <StepFooter step="event" go={go} onNext={next}>
        <PlanTotals preview={preview} />
      </StepFooter>
    </div>
  );
}
