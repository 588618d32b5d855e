import type { EntityManager } from 'typeorm';
import { type ProjectRole, type SignedIn } from '@convener/access';

/** The project part of an invitation. A team lead is a member with `lead`. */
export interface ProjectPart {
  projectId: string;
  role: ProjectRole;
  teamId: string | null;
  lead: boolean;
}

/**
 * What invitations must know of projects, which are a later layer: `teams` provides the one implementation
 * ({ provide: MembershipWriter, useExisting: … } in its module). All methods run in the caller's transaction.
 */
export abstract class MembershipWriter {
  /**
   * Throws not-found for a project that the inviter has no part in or a sub-team that is not the project's, forbidden
   * without `members.manage`, and conflict for a closed project.
   */
  abstract mayInvite(em: EntityManager, inviter: SignedIn, part: ProjectPart): Promise<void>;

  /** The names to show to the invited; null for what no longer exists. */
  abstract names(
    em: EntityManager,
    part: { projectId: string; teamId: string | null },
  ): Promise<{ projectName: string | null; teamName: string | null }>;

  /** Makes the person part of the project and its sub-team. Somebody who already is keeps the greater role. */
  abstract join(em: EntityManager, part: ProjectPart & { personId: string }): Promise<void>;
}
