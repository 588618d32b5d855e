import { groupBy } from '@convener/kernel';
import type { DeliverableSource, DeliverableStatus } from '@convener/projects';

/** A deliverable as far as its standards go. */
export interface CoveringRow {
  id: string;
  workItemId: string;
  code: string | null;
  status: DeliverableStatus;
  /** Whether its work item applies and no re-plan has set it aside. */
  applies: boolean;
  sources: readonly DeliverableSource[];
}

/** An output that is expected and not accepted yet, with the deliverable that it waits for. */
export interface MissingOutput {
  place: string;
  title: string;
  code: string | null;
  deliverableId: string;
  workItemId: string;
  submitted: boolean;
}

/** How far a project covers one standard, in its outputs. */
export interface Coverage {
  standard: string;
  edition: string;
  /** Outputs that the project has to hand in: neither waived nor not applicable. */
  expected: number;
  /** Accepted, or handed in where nobody has to accept. */
  accepted: number;
  /** Handed in and waiting for the accepter. */
  submitted: number;
  waived: number;
  notApplicable: number;
  missing: MissingOutput[];
}

interface OutputRow extends Omit<CoveringRow, 'sources'> {
  source: DeliverableSource;
}

const isAccepted = ({ status }: { status: DeliverableStatus }) => status === 'accepted' || status === 'delivered';

/**
 * By standard, in the order in which the rows first name it. A merged deliverable counts for each output that it stands
 * for. An output with several deliverables is accepted once all of them are that still apply.
 */
export function coverageOf(rows: readonly CoveringRow[]): Coverage[] {
  const named = rows.flatMap(({ sources, ...row }) => sources.map((source): OutputRow => ({ ...row, source })));
  const standards = groupBy(named, ({ source: { standard, edition } }) => `${standard}\n${edition}`);
  return [...standards.values()].map((of) => {
    const { standard, edition } = of[0]!.source;
    const outputs = [...groupBy(of, ({ source: { place } }) => place).values()].map(outputOf);
    const count = (wanted: Output['state']) => outputs.filter(({ state }) => state === wanted).length;
    const missing = outputs.flatMap((output) => output.missing ?? []);
    const accepted = count('accepted');
    return {
      ...{ standard, edition, accepted, missing },
      expected: accepted + missing.length,
      submitted: missing.filter(({ submitted }) => submitted).length,
      waived: count('waived'),
      notApplicable: count('not-applicable'),
    };
  });
}

interface Output {
  state: 'accepted' | 'missing' | 'waived' | 'not-applicable';
  missing?: MissingOutput;
}

function outputOf(rows: readonly OutputRow[]): Output {
  const applying = rows.filter(({ applies }) => applies);
  if (applying.length === 0) return { state: 'not-applicable' };
  const wanted = applying.filter(({ status }) => status !== 'waived');
  if (wanted.length === 0) return { state: 'waived' };
  const left = wanted.filter((row) => !isAccepted(row));
  const first = left[0];
  if (!first) return { state: 'accepted' };
  const { id, workItemId, code, source } = first;
  const submitted = left.every(({ status }) => status === 'submitted');
  const { place, title } = source;
  return { state: 'missing', missing: { place, title, code, deliverableId: id, workItemId, submitted } };
}
