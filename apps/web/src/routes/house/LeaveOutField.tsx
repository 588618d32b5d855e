import Select from 'antd/es/select';
import type { HouseTemplate } from '../../api/types';
import { Field } from '../../components/Field';
import { useI18n } from '../../i18n';

interface Props {
  options: HouseTemplate['draft']['options'];
  value: object;
  onChange: (leaveOut: Record<string, string | boolean>) => void;
}

/** Under which answers a row is left out, several at once. */
export function LeaveOutField({ options, value, onChange }: Props) {
  const { t, pick } = useI18n();
  const answers = options.flatMap(({ key, question, choices }) =>
    choices.map((choice) => ({
      value: JSON.stringify([key, choice.value]),
      label: t('house.leaveOutWhen', {
        question: pick(question.zh, question.en),
        answer: pick(choice.name.zh, choice.name.en),
      }),
    })),
  );
  return (
    <Field label={t('house.leaveOut')} optional>
      {(control) => (
        <Select
          {...control}
          className="wide"
          mode="multiple"
          placeholder={t('house.leaveOutNone')}
          value={Object.entries(value).map((entry) => JSON.stringify(entry))}
          options={answers}
          onChange={(chosen: string[]) =>
            onChange(Object.fromEntries(chosen.map((one) => JSON.parse(one) as [string, string | boolean])))
          }
        />
      )}
    </Field>
  );
}
