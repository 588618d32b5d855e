import DatePicker from 'antd/es/date-picker';
import dayjs from 'dayjs';
import { useMemo } from 'react';
import { useIsPhone } from '../app/useIsPhone';
import { useI18n } from '../i18n';
import type { ControlProps } from './Field';

export interface DayFieldProps {
  control?: ControlProps;
  value: string | null | undefined;
  onChange: (day: string | null) => void;
  placeholder?: string;
  label?: string;
  allowClear?: boolean;
  disabled?: boolean;
  /** As it comes: what stood in its place may have had the focus. */
  autoFocus?: boolean;
}

const DAY = 'YYYY-MM-DD';
const SHORT = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;

/** `2028/7/4` as a day. Read only once typing has ended: before, `2028/7/14` would be taken for the first of July. */
function dayTyped(text: string): string | null {
  const [, year, month, date] = SHORT.exec(text.trim()) ?? [];
  if (!year || !month || !date) return null;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return dayjs(day, DAY, true).isValid() ? day : null;
}

/** A calendar day as text; shown as people write it, typed in any of the usual ways. */
export default function DayPicker({
  control,
  value,
  onChange,
  placeholder,
  label,
  allowClear = true,
  disabled,
  autoFocus,
}: DayFieldProps) {
  const { t } = useI18n();
  const phone = useIsPhone();
  // The same objects while they mean the same: the picker takes new ones for a new day, and sweeps away what is typed.
  const shown = useMemo(() => (value ? dayjs(value, DAY) : null), [value]);
  const usual = t('date.pickerFormat');
  const format = useMemo(() => [usual, 'YYYY/MM/DD', DAY, 'YYYYMMDD'], [usual]);
  const take = (event: { target: EventTarget }) => {
    const day = event.target instanceof HTMLInputElement ? dayTyped(event.target.value) : null;
    if (day && day !== value) onChange(day);
  };
  return (
    <DatePicker
      {...control}
      className="day-field"
      aria-label={label}
      value={shown}
      onChange={(day) => onChange(day ? day.format(DAY) : null)}
      format={format}
      // The calendar opens under a resting pointer: what was typed must not turn into the day that happens to lie there.
      previewValue={false}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(event);
      }}
      placeholder={placeholder}
      allowClear={allowClear}
      disabled={disabled}
      autoFocus={autoFocus}
      inputReadOnly={phone}
    />
  );
}
