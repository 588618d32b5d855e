import { Suspense, useState } from 'react';
import { formatDay } from '../format/dates';
import type { DayFieldProps } from './DayPicker';
import { latePart } from './late/latePart';
import { StandIn } from './late/StandIn';

/** The picker weighs more than most pages, and stands in forms that are opened later. */
const usePicker = latePart<DayFieldProps>(() => import('./DayPicker'));

/** A calendar day as text; shown as people write it, typed in any of the usual ways. */
export function DayField(props: DayFieldProps) {
  const { control, label, placeholder, value } = props;
  const { Part } = usePicker();
  const [focused, setFocused] = useState(false);
  const shown = { id: control?.id, className: 'day-field', 'aria-label': label, placeholder };
  return (
    <Suspense
      fallback={
        <StandIn
          shown={{ ...shown, value: value ? formatDay(value) : '' }}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
        />
      }
    >
      <Part {...props} autoFocus={focused} />
    </Suspense>
  );
}
