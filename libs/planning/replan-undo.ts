import type { Check, Deliverable, WorkItem } from '@convener/projects';
import type { RowBefore } from './replan.entity';
import type { ReplanWorld } from './replan.types';

/**
 * Whether nobody has done anything with a row that a re-plan added: it is as it was made, carries no evidence, and a work
 * item has no parts but those that came with it, all as they were made.
 */
export function isUntouched(
  row: WorkItem | Deliverable | Check,
  { evidence, deliverables, checks }: Pick<ReplanWorld, 'evidence' | 'deliverables' | 'checks'>,
  inserted: ReadonlySet<string>,
): boolean {
  if (row.version !== 1 || evidence.has(row.id)) return false;
  if ('workItemId' in row) return true;
  const parts = [...deliverables, ...checks].filter(({ workItemId }) => workItemId === row.id);
  return parts.every((part) => inserted.has(part.id) && part.version === 1 && !evidence.has(part.id));
}

/**
 * The rows of an earlier re-plan once `restored` of a later one are given back: those that stood as the earlier one had
 * left them until the later one came stand so again, now in the version that giving them back made.
 */
export function asLeftAgain(earlier: readonly RowBefore[], restored: readonly RowBefore[]): RowBefore[] {
  const later = new Map(restored.map((row) => [row.id, row]));
  return earlier.map((row) => {
    const { version, found = (version ?? 0) - 1 } = later.get(row.id) ?? {};
    return version !== undefined && row.version === found ? { ...row, version: version + 1 } : row;
  });
}
