import DatePicker from 'antd/es/date-picker';
import dayjs from 'dayjs';
import { useIsPhone } from '../app/useIsPhone';
import { useI18n } from '../i18n';
import type { ControlProps } from './Field';

interface Props {
  control?: ControlProps;
  value: string | null | undefined;
  onChange: (day: string | null) => void;
  placeholder?: string;
  label?: string;
  allowClear?: boolean;
  disabled?: boolean;
}

const DAY = 'YYYY-MM-DD';

/** A calendar day as text; shown as people write it, typed in any of the usual ways. */
export function DayField({ control, value, onChange, placeholder, label, allowClear = true, disabled }: Props) {
  const { t } = useI18n();
  const phone = useIsPhone();
  return (
    <DatePicker
      {...control}
      className="day-field"
      aria-label={label}
      value={value ? dayjs(value, DAY) : null}
      onChange={(day) => onChange(day ? day.format(DAY) : null)}
      format={[t('date.pickerFormat'), 'YYYY/MM/DD', 'YYYY/M/D', DAY, 'YYYY-M-D', 'YYYYMMDD']}
      placeholder={placeholder}
      allowClear={allowClear}
      disabled={disabled}
      inputReadOnly={phone}
    />
  );
}
