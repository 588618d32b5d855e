import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import type { Step } from '../../app/search';
import { useI18n } from '../../i18n';
import { stepBefore } from './steps';

interface Props {
  step: Step;
  go: (step: Step) => void;
  onNext?: () => void;
  nextText?: string;
  disabled?: boolean;
  busy?: boolean;
  children?: ReactNode;
}

export function StepFooter({ step, go, onNext, nextText, disabled, busy, children }: Props) {
  const { t } = useI18n();
  const before = stepBefore(step);
  return (
    <footer className="step-footer">
      {before && <Button onClick={() => go(before)}>{t('start.back')}</Button>}
      <div className="step-footer-note">{children}</div>
      {onNext && (
        <Button type="primary" disabled={disabled} loading={busy} onClick={onNext}>
          {nextText ?? t('start.next')}
        </Button>
      )}
    </footer>
  );
}
