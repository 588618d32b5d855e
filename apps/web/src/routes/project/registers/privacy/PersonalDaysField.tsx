import { InputNumber } from '../../../../components/late';
import { Field } from '../../../../components/Field';
import { useI18n } from '../../../../i18n';

const LONGEST_DAYS = 3650;

interface Props {
  /** Null: as long as everywhere. */
  days: number | null;
  error: string | undefined;
  onChange: (days: number | null) => void;
}

/** How long after closing a list's personal data is kept. */
export function PersonalDaysField({ days, error, onChange }: Props) {
  const { t } = useI18n();
  return (
    <Field label={t('personal.days')} hint={t('personal.daysHint')} optional error={error}>
      {(control) => (
        <InputNumber<number>
          {...control}
          className="wide"
          min={1}
          max={LONGEST_DAYS}
          precision={0}
          inputMode="numeric"
          value={days}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
