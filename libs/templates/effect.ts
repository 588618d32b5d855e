import { applyAnswers } from './leave-out';
import { applyMerges } from './merges';
import { type Answer, type Counts, countsOf, type Template } from './template.types';

/** What this answer alone takes away from a template. */
export function effectOf(template: Template, option: string, answer: Answer): Counts {
  const answers = { [option]: answer };
  const all = countsOf(template.items);
  const kept = countsOf(applyMerges(template, applyAnswers(template, answers).items, answers).items);
  return {
    workItems: all.workItems - kept.workItems,
    deliverables: all.deliverables - kept.deliverables,
    checks: all.checks - kept.checks,
  };
}
