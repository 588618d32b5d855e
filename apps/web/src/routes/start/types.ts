import type { Template } from '../../api/types';
import type { Step } from '../../app/search';
import type { Draft } from './draft';
import type { usePreview } from './usePreview';

export interface StepProps {
  draft: Draft;
  change: (part: Draft) => void;
  go: (step: Step) => void;
  preview: ReturnType<typeof usePreview>;
  /** What the server refused, at preview or at start. */
  error: unknown;
}

export interface TemplateStepProps extends StepProps {
  template: Template;
}
