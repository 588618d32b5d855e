import { fieldErrors } from '../../api/problem';
import type { TemplateOption } from '../../api/types';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';
import type { Draft } from './draft';
import { LateStart } from './LateStart';
import { OptionQuestion } from './OptionQuestion';
import { PlanTotals } from './PlanTotals';
import { StepFooter } from './StepFooter';
import { stepOf } from './steps';
import type { TemplateStepProps } from './types';

export function OptionsStep({ draft, change, go, preview, error, template }: TemplateStepProps) {
  const { t, locale } = useI18n();
  const errors = fieldErrors(error, locale);
  const answer = ({ key }: TemplateOption, value: string | boolean | undefined) => {
    const { [key]: _old, ...others }: NonNullable<Draft['options']> = draft.options ?? {};
    change({ options: value === undefined ? others : { ...others, [key]: value } });
  };
  return (
    <>
      <FormError error={error} known={Object.keys(errors).filter((pointer) => stepOf(pointer) === 'options')} />
      {preview.data && <LateStart preview={preview.data} draft={draft} change={change} error={errors['/lateStart']} />}
      {template.options.length === 0 && <p className="page-lead">{t('start.noOptions')}</p>}
      <div className="questions">
        {template.options.map((option) => (
          <OptionQuestion
            key={option.key}
            option={option}
            value={draft.options?.[option.key]}
            leftOut={preview.data?.leftOut.filter(({ reason }) => reason.option === option.key) ?? []}
            error={errors[`/options/${option.key}`]}
            onAnswer={(value) => answer(option, value)}
          />
        ))}
      </div>
      <StepFooter step="options" go={go} onNext={() => go('teams')}>
        <PlanTotals preview={preview} />
      </StepFooter>
    </>
  );
}
