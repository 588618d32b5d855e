import type { PersonRef } from '@convener/access';
import type { Check } from './check.entity';
import type { CheckView } from './views';

/** Checks as screens show them. `people` are those who decided them, by id. */
export function checkViews(checks: readonly Check[], people: ReadonlyMap<string, PersonRef>): CheckView[] {
  return checks.map(({ id, workItemId, code, text, stage, state, reason, decidedBy, decidedAt, source, version }) => ({
    ...{ id, workItemId, code, text, stage, state, reason, decidedAt, source, version },
    decidedBy: (decidedBy && people.get(decidedBy)) || null,
  }));
}
