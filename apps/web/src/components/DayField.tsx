import { type ComponentType, lazy, Suspense, useRef, useState } from 'react';
import { formatDay } from '../format/dates';
import type { DayFieldProps } from './DayPicker';

type Picker = ComponentType<DayFieldProps>;

/** The picker weighs more than most pages, and stands in forms that are opened later. */
let loaded: Picker | null = null;
const load = () => import('./DayPicker').then((module) => ({ default: (loaded = module.default as Picker) }));
const LazyPicker = lazy(load);

/** Whoever begins to do something may soon open a form: by then it is here, and the form opens whole. */
function loadSoon() {
  for (const type of ['keydown', 'pointerdown']) window.removeEventListener(type, loadSoon);
  void load().catch(() => undefined);
}
for (const type of ['keydown', 'pointerdown']) window.addEventListener(type, loadSoon, { passive: true });

interface ComingProps extends DayFieldProps {
  onFocused: (on: boolean) => void;
}

/** What stands in its place until it is there: the same size and name, and not to be typed into yet. */
function Coming({ control, label, value, placeholder, onFocused }: ComingProps) {
  return (
    <input
      id={control?.id}
      className="day-field day-field-coming"
      aria-label={label}
      placeholder={placeholder}
      value={value ? formatDay(value) : ''}
      readOnly
      onFocus={() => onFocused(true)}
      onBlur={() => onFocused(false)}
    />
  );
}

/** A calendar day as text; shown as people write it, typed in any of the usual ways. */
export function DayField(props: DayFieldProps) {
  const focused = useRef(false);
  // The same as long as the field stands: another would sweep away what is being typed.
  const [{ PickerNow }] = useState(() => ({ PickerNow: loaded ?? LazyPicker }));
  const coming = <Coming {...props} onFocused={(on) => (focused.current = on)} />;
  return (
    <Suspense fallback={coming}>
      <PickerNow {...props} autoFocus={() => focused.current} />
    </Suspense>
  );
}
