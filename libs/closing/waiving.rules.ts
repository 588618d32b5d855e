import { type Check, type Deliverable, isOpenItem, isSettled, type WorkItem } from '@convener/projects';

/** A work item with its parts, and which of them are waived. */
export interface WaivedParts {
  item: WorkItem;
  deliverables: readonly Deliverable[];
  checks: readonly Check[];
  /** The work item itself. */
  whole: boolean;
  /** Ids of deliverables. */
  only: ReadonlySet<string>;
  /** All its open checks. */
  allChecks: boolean;
}

export interface WaivedRows {
  item: boolean;
  deliverables: Deliverable[];
  checks: Check[];
}

/**
 * What becomes of them by the moves that there are. Work of which something was handed in or met is not "not applicable":
 * what it has brought would no longer count. It stays as it stands, and only what is waived of it is noted.
 */
export function waivedRows({ item, deliverables, checks, whole, only, allChecks }: WaivedParts): WaivedRows {
  const open = isOpenItem(item);
  const brought =
    deliverables.some(({ status }) => status === 'accepted' || status === 'delivered') ||
    checks.some(({ state }) => state === 'ticked');
  if (whole && open && !brought) return { item: true, deliverables: [], checks: [] };
  return {
    item: false,
    deliverables: open ? deliverables.filter((row) => only.has(row.id) && !isSettled(row)) : [],
    checks: allChecks && item.status !== 'not-applicable' ? checks.filter(({ state }) => state === 'open') : [],
  };
}
