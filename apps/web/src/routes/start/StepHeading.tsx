import { useEffect, useRef, type ReactNode } from 'react';
import type { Step } from '../../app/search';
import { useI18n } from '../../i18n';

interface Props {
  step: Step;
  /** Whether the reader came here from another step: then the focus does too. */
  arrived: boolean;
  children?: ReactNode;
}

/** Where the focus goes when the step changes: the button that changed it may be gone. */
export function StepHeading({ step, arrived, children }: Props) {
  const { t } = useI18n();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!arrived) return;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [step, arrived]);
  return (
    <header className="step-heading">
      <h2 ref={heading} tabIndex={-1}>
        {t(`start.heading.${step}`)}
      </h2>
      {children && <p className="muted">{children}</p>}
    </header>
  );
}
