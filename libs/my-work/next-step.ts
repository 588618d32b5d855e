import type { CheckState, DeliverableStatus } from '@convener/projects';
import type { EvidenceNeed } from '@convener/templates';

/** The one part that a work item still lacks. */
export type LastPart =
  | {
      type: 'deliverable';
      id: string;
      title: string;
      titleEn: string | null;
      status: DeliverableStatus;
      version: number;
      evidence: EvidenceNeed;
      /** Whether some is there already. */
      hasEvidence: boolean;
      /** Whether somebody accepts it. */
      accepted: boolean;
    }
  | { type: 'check'; id: string; title: string; titleEn: null; status: CheckState; version: number };

/**
 * What finishes a work item. One tap does where it is a single honest act: `finish` sets its status, `tick` ticks its last
 * check, `deliver` hands over its last deliverable, of which neither evidence nor acceptance is outstanding. Else what
 * is missing: `hand-in` needs evidence or somebody's acceptance, `acceptance` waits for it, `parts` are several.
 */
export interface NextStep {
  how: 'finish' | 'tick' | 'deliver' | 'hand-in' | 'acceptance' | 'parts';
  /** The last part; null where there is none, or several. */
  part: { id: string; title: string; titleEn: string | null; status: string; version: number } | null;
  /** Whether handing it in asks for evidence that is not there. */
  needsEvidence: boolean;
  deliverablesLeft: number;
  checksLeft: number;
}

/** Counts of what is outstanding before a work item is done (missingFor in completion.ts says the same in words). */
export interface Outstanding {
  deliverables: { total: number; settled: number; submitted: number };
  checks: { total: number; decided: number };
}

export function leftOf(
  { deliverables, checks }: Outstanding,
  strict: boolean,
): { deliverables: number; checks: number } {
  const checksCount = deliverables.total === 0 || strict;
  return {
    deliverables: deliverables.total - deliverables.settled,
    checks: checksCount ? checks.total - checks.decided : 0,
  };
}

/** `last` is the one outstanding part, where there is exactly one. */
export function nextStep(outstanding: Outstanding, strict: boolean, last: LastPart | null): NextStep {
  const left = leftOf(outstanding, strict);
  const counts = { deliverablesLeft: left.deliverables, checksLeft: left.checks };
  const all = left.deliverables + left.checks;
  if (all === 0) return { how: 'finish', part: null, needsEvidence: false, ...counts };
  if (left.checks === 0 && left.deliverables === outstanding.deliverables.submitted)
    return { how: 'acceptance', part: last && partOf(last), needsEvidence: false, ...counts };
  if (all > 1 || !last) return { how: 'parts', part: null, needsEvidence: false, ...counts };
  if (last.type === 'check') return { how: 'tick', part: partOf(last), needsEvidence: false, ...counts };
  const needsEvidence = last.evidence !== 'no' && !last.hasEvidence;
  const how = last.accepted || needsEvidence ? 'hand-in' : 'deliver';
  return { how, part: partOf(last), needsEvidence, ...counts };
}

function partOf({ id, title, titleEn, status, version }: LastPart): NonNullable<NextStep['part']> {
  return { id, title, titleEn, status, version };
}
