import type { FocusEventHandler } from 'react';

/** What a stand-in shows of the field that it stands for. */
export interface Shown {
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

interface Props {
  shown: Shown;
  /** Has the arrow of a list. */
  list?: boolean;
  onFocus: FocusEventHandler;
  onBlur: FocusEventHandler;
  onPointerDown?: () => void;
}

/** What stands in a field's place until it is there: the same size and name, and not to be typed into yet. */
export function StandIn({ shown, list, ...handlers }: Props) {
  const { id, className = '', placeholder, autoSize } = shown;
  const common = {
    ...{ id, placeholder, 'aria-label': shown['aria-label'], value: textOf(shown), readOnly: true, 'aria-busy': true },
    className: `plain-field ${list ? 'plain-list ' : ''}${className}`,
    ...handlers,
  };
  if (typeof autoSize === 'object') return <textarea rows={autoSize.minRows} {...common} />;
  return <input {...common} />;
}
