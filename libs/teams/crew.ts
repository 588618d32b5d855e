import type { StandingRole } from '@convener/access';

/** Who is who in one project: enough to tell whose a piece of work is. */
export interface Crew {
  /** Project role by person, the longest-serving first, temporary staff last. */
  roles: ReadonlyMap<string, StandingRole>;
  /** Sub-team id → its leads, in a stable order. */
  leads: ReadonlyMap<string, readonly string[]>;
  /** Managers in a stable order, the longest-serving first. */
  managers: readonly string[];
}

/** Who looks on for the client: the first viewer who joined; null where there is none. */
export function clientOf({ roles }: Crew): string | null {
  for (const [personId, role] of roles) if (role === 'viewer') return personId;
  return null;
}

/** Whose a piece of work is: the assignee, else the sub-team's lead, else the manager; null when nobody is left. */
export function ownerOf(
  crew: Crew,
  { assigneeId, teamId }: { assigneeId: string | null; teamId: string | null },
): string | null {
  if (assigneeId && crew.roles.has(assigneeId)) return assigneeId;
  return (teamId && crew.leads.get(teamId)?.[0]) || crew.managers[0] || null;
}

/**
 * Whose turn it is to accept: the plan's lead or manager, but never whoever handed it in while there is another manager.
 * A client is asked through the manager.
 */
export function accepterOf(
  crew: Crew,
  { accepter, teamId, submittedBy }: { accepter: string | null; teamId: string | null; submittedBy: string | null },
): string | null {
  const leads = accepter === 'lead' && teamId ? (crew.leads.get(teamId) ?? []) : [];
  const other = [...leads, ...crew.managers].find((id) => id !== submittedBy);
  return other ?? crew.managers[0] ?? null;
}
