import { forbidden } from '@convener/kernel';
import { type Action, type Actor, can, type ProjectStanding, type Thing, type WorkspaceRole } from './can';
import type { Locale } from './person.entity';
import { isTemporary } from './temporary.rules';

/** The person behind a request, as far as services need to know. */
export interface SignedIn {
  personId: string;
  name: string;
  /** Null for temporary staff. */
  email: string | null;
  workspaceRole: WorkspaceRole | null;
  locale: Locale;
  /** Of the person's row, for edits of one's own account. */
  version: number;
}

/** The person as `can()` wants it; `project` is null outside a project. */
export function actorOf(person: SignedIn, project: ProjectStanding | null = null): Actor {
  const { personId, workspaceRole } = person;
  return { personId, workspaceRole, temporary: isTemporary(person), project };
}

/** Throws forbidden (403) unless the table lets the actor do it. */
export function allow(actor: Actor, action: Action, thing: Thing = {}): void {
  if (!can(actor, action, thing)) throw forbidden();
}
