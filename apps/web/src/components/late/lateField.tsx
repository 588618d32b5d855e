import { type FocusEventHandler, Suspense, useState } from 'react';
import { latePart, type Load } from './latePart';
import { soon } from './soon';

/** What a stand-in shows of the field that it stands for. */
interface Shown {
  id?: string;
  className?: string;
  'aria-label'?: string;
  placeholder?: string;
  value?: unknown;
  options?: readonly { value?: unknown; label?: unknown }[];
  /** Of a text of several lines. */
  autoSize?: boolean | { minRows?: number };
}

const textOf = ({ value, options }: Shown): string => {
  const label = options?.find((option) => option.value === value)?.label ?? (options ? '' : value);
  return typeof label === 'string' || typeof label === 'number' ? String(label) : '';
};

interface StandInProps {
  shown: Shown;
  list: boolean;
  onFocus: FocusEventHandler;
  onBlur: FocusEventHandler;
  onPointerDown: () => void;
}

/** The same size and name, and not to be typed into yet. */
function StandIn({ shown, list, ...handlers }: StandInProps) {
  const { id, className = '', placeholder, autoSize } = shown;
  const common = {
    ...{ id, placeholder, 'aria-label': shown['aria-label'], value: textOf(shown), readOnly: true },
    className: `stand-in ${list ? 'stand-in-list ' : ''}${className}`,
    ...handlers,
  };
  if (typeof autoSize === 'object') return <textarea rows={autoSize.minRows} {...common} />;
  return <input {...common} />;
}

/**
 * A field of antd that is fetched when it may come; see `soon`. Whoever was in its stand-in is then in the field, and a
 * list that was pressed on opens (`opens`).
 */
export function lateField<Props extends object>(load: Load, { opens = false } = {}) {
  const usePart = latePart<Props>(load, soon);
  return function LateField(props: Props) {
    const { Part } = usePart();
    const [focused, setFocused] = useState(false);
    const [pressed, setPressed] = useState(false);
    const standIn = (
      <StandIn
        shown={props}
        list={opens}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onPointerDown={() => setPressed(true)}
      />
    );
    return (
      <Suspense fallback={standIn}>
        <Part {...props} {...(focused && { autoFocus: true })} {...(opens && pressed && { defaultOpen: true })} />
      </Suspense>
    );
  };
}
