import type { BoardTeam, BulkChange, BulkSelection, CellItem, Stage } from '../../../api/types';

/** Which of a cell's work is handed out. */
export const WHICH = ['unassigned', 'chosen', 'all'] as const;
export type Which = (typeof WHICH)[number];

/** Who gets it: a person, another sub-team, or nobody yet. */
export const RECEIVERS = ['person', 'team', 'pool'] as const;
export interface Receiver {
  kind: (typeof RECEIVERS)[number];
  person: string | null;
  team: string | null;
}

export function countWhich(items: readonly CellItem[], chosen: readonly string[]): Record<Which, number> {
  const unassigned = items.filter(({ assignee }) => assignee === null).length;
  return { unassigned, chosen: chosen.length, all: items.length };
}

/**
 * What was said, as long as there is any of it: others may finish meanwhile what it meant. Else what is ticked, then what
 * nobody has.
 */
export function whichOf(said: Which | null, counts: Record<Which, number>): Which {
  const likely = [said, 'chosen', 'unassigned'] as const;
  return likely.find((which) => which !== null && counts[which] > 0) ?? 'all';
}

/** Whole cells are named, not listed: the server then takes also what has come in since the page was read. */
export function selectionOf(which: Which, team: BoardTeam, stage: Stage, chosen: readonly string[]): BulkSelection {
  if (which === 'chosen') return { workItemIds: [...chosen] };
  return { teamId: team.team?.id ?? null, stage, unassigned: which === 'unassigned' || undefined };
}

/** Null while it is not said yet who gets it. What goes to another sub-team goes into its pool. */
export function changeFor({ kind, person, team }: Receiver): BulkChange | null {
  if (kind === 'pool') return { assigneeId: null };
  if (kind === 'person') return person === null ? null : { assigneeId: person };
  return team === null ? null : { teamId: team, assigneeId: null };
}
