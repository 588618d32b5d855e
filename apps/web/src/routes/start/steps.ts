import { STEPS, type Step } from '../../app/search';
import type { Draft } from './draft';

const STEP_OF_FIELD: Record<string, Step> = {
  template: 'template',
  name: 'event',
  client: 'event',
  venue: 'event',
  zone: 'event',
  opening: 'event',
  closing: 'event',
  anchors: 'event',
  options: 'options',
  lateStart: 'options',
  teams: 'teams',
};

/** Where a field that the server names (`/anchors/moveIn`) is asked for. */
export const stepOf = (pointer: string): Step => STEP_OF_FIELD[pointer.split('/')[1] ?? ''] ?? 'preview';

/** The first wrong field's step, or null. */
export function firstWrongStep(pointers: readonly string[]): Step | null {
  const wrong = pointers.map(stepOf);
  return STEPS.find((step) => wrong.includes(step)) ?? null;
}

/** A step opens once what it builds on has been given. */
export function isOpen(step: Step, draft: Draft): boolean {
  if (step === 'template') return true;
  if (!draft.template) return false;
  return step === 'event' || Boolean(draft.name?.trim() && draft.opening && draft.closing);
}

export const stepAfter = (step: Step) => STEPS[STEPS.indexOf(step) + 1];
export const stepBefore = (step: Step) => STEPS[STEPS.indexOf(step) - 1];
