import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useState } from 'react';
import { fieldErrors } from '../../api/problem';
import { DayField } from '../../components/DayField';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';
import { AnchorFields } from './AnchorFields';
import type { Draft } from './draft';
import { StepFooter } from './StepFooter';
import { firstWrongStep, stepOf } from './steps';
import type { TemplateStepProps } from './types';

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));

interface PartProps {
  draft: Draft;
  change: (part: Draft) => void;
  problem: (pointer: string, missing: boolean) => string | undefined;
}

function EventFacts({ draft, change, problem }: PartProps) {
  const { t } = useI18n();
  return (
    <>
      <Field label={t('project.name')} error={problem('/name', !draft.name?.trim())}>
        {(control) => (
          <Input
            {...control}
            value={draft.name}
            autoFocus={!draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('project.client')} optional error={problem('/client', false)}>
        {(control) => (
          <Input {...control} value={draft.client} onChange={(event) => change({ client: event.target.value })} />
        )}
      </Field>
      <Field label={t('project.venue')} optional error={problem('/venue', false)}>
        {(control) => (
          <Input {...control} value={draft.venue} onChange={(event) => change({ venue: event.target.value })} />
        )}
      </Field>
      <Field label={t('project.zone')} error={problem('/zone', false)}>
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
    </>
  );
}

function EventDays({ draft, change, problem }: PartProps) {
  const { t } = useI18n();
  return (
    <div className="field-pair">
      <Field label={t('project.opening')} error={problem('/opening', !draft.opening)}>
        {(control) => (
          <DayField
            control={control}
            value={draft.opening}
            onChange={(day) => change({ opening: day ?? undefined, closing: draft.closing ?? day ?? undefined })}
          />
        )}
      </Field>
      <Field label={t('project.closing')} error={problem('/closing', !draft.closing)}>
        {(control) => (
          <DayField control={control} value={draft.closing} onChange={(day) => change({ closing: day ?? undefined })} />
        )}
      </Field>
    </div>
  );
}

export function EventStep({ draft, change, go, preview, error, template }: TemplateStepProps) {
  const { t, locale } = useI18n();
  const [checked, setChecked] = useState(false);
  const errors = fieldErrors(error, locale);
  const problem = (pointer: string, missing: boolean) =>
    errors[pointer] ?? (checked && missing ? t('common.required') : undefined);
  const complete = Boolean(draft.name?.trim() && draft.opening && draft.closing);
  const wrongHere = firstWrongStep(Object.keys(errors)) === 'event' || (preview.isError && !preview.isFetching);
  const next = () => {
    setChecked(true);
    if (complete && !wrongHere) go('options');
  };
  const elsewhere = Object.keys(errors).filter((pointer) => stepOf(pointer) === 'event');
  return (
    <>
      <FormError error={error} known={elsewhere} />
      <div className="event-step">
        <section className="panel" aria-label={t('start.step.event')}>
          <EventFacts {...{ draft, change, problem }} />
          <EventDays {...{ draft, change, problem }} />
        </section>
        <AnchorFields {...{ draft, change, template, errors }} preview={preview.data} />
      </div>
      <StepFooter step="event" go={go} onNext={next} />
    </>
  );
}
