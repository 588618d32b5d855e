import { STEPS, type Step } from '../../app/search';
import { useI18n } from '../../i18n';
import type { Draft } from './draft';
import { isOpen } from './steps';

export function StepRail({ step, draft, go }: { step: Step; draft: Draft; go: (step: Step) => void }) {
  const { t } = useI18n();
  const here = STEPS.indexOf(step);
  return (
    <nav className="step-rail" aria-label={t('start.steps')}>
      <ol>
        {STEPS.map((one, index) => (
          <li key={one} className={index < here ? 'past' : index === here ? 'here' : undefined}>
            <button
              type="button"
              disabled={!isOpen(one, draft)}
              aria-current={one === step ? 'step' : undefined}
              onClick={() => go(one)}
            >
              <span aria-hidden>{index + 1}</span>
              {t(`start.step.${one}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
