import { useId, type ReactNode } from 'react';

export interface Choice<T extends string> {
  value: T;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

interface Props<T extends string> {
  legend: ReactNode;
  hideLegend?: boolean;
  hint?: ReactNode;
  value: T | null;
  choices: readonly Choice<T>[];
  disabled?: boolean;
  /** Beside each other as one strip, or below each other with room for a hint. */
  look?: 'strip' | 'list';
  onChange: (value: T) => void;
}

/** One of a few: native radio buttons, so keyboard and screen reader know them. */
export function Choices<T extends string>(props: Props<T>) {
  const { legend, hideLegend, hint, value, choices, disabled, look = 'strip', onChange } = props;
  const name = useId();
  return (
    <fieldset className={`choices choices-${look}`} disabled={disabled}>
      <legend className={hideLegend ? 'visually-hidden' : undefined}>{legend}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      <div className="choices-options">
        {choices.map((choice) => (
          <label key={choice.value} className={choice.value === value ? 'choice choice-on' : 'choice'}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.disabled}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {choice.label}
              {choice.hint && <small>{choice.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
