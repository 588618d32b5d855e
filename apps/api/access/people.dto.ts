import type { WorkspaceRole } from '@convener/access';
import { IsBoolean, IsIn } from 'class-validator';
import { IfGiven, OrNull } from '../http/validators';
import { WORKSPACE_ROLES } from './me.dto';

export class PersonSummary {
  id!: string;
  name!: string;
  email!: string;
  workspaceRole!: 'admin' | 'member' | null;
  /** An inactive person can't sign in. */
  active!: boolean;
  version!: number;
}

export class PeopleList {
  items!: PersonSummary[];
}

export class ChangePerson {
  /** Null takes the person out of the workspace but leaves them in their projects. */
  @OrNull()
  @IsIn(WORKSPACE_ROLES)
  workspaceRole?: WorkspaceRole | null;

  @IfGiven()
  @IsBoolean()
  active?: boolean;
}

export class ResetLink {
  /** To hand to the person; shown this once. Valid half an hour, for one use. */
  link!: string;
  /** Epoch milliseconds. */
  expiresAt!: number;
}
