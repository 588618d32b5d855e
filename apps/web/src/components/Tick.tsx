import type { ReactNode } from 'react';

interface Props {
  checked: boolean;
  /** Some of what it stands for is chosen, and some isn't. */
  some?: boolean;
  disabled?: boolean;
  className?: string;
  'aria-label'?: string;
  tabIndex?: number;
  onChange: (on: boolean) => void;
  children?: ReactNode;
}

/** A native tick box with its text beside it; the whole of both is tapped. */
export function Tick({ some = false, className = '', onChange, children, ...box }: Props) {
  return (
    <label className={`tick-box ${className}`}>
      <input
        type="checkbox"
        {...box}
        ref={(input) => {
          if (input) input.indeterminate = some;
        }}
        onChange={(event) => onChange(event.target.checked)}
      />
      {children && <span>{children}</span>}
    </label>
  );
}
