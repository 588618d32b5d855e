import type { Check, Deliverable, WorkItem } from '@convener/projects';
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
