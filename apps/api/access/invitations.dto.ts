import type { ProjectRole, WorkspaceRole } from '@convener/access';
import { IsBoolean, IsIn } from 'class-validator';
import { IfGiven, IsId, Text } from '../http/validators';
import { Email, NewPassword, OnDevice, WORKSPACE_ROLES } from './me.dto';

/** Invites into the workspace (`workspaceRole`), into a project (`projectId` …), or both. */
export class Invite {
  /** Fills in the form for the invited. */
  @IfGiven()
  @Email()
  email?: string;

  @IfGiven()
  @Text({ max: 100 })
  name?: string;

  @IfGiven()
  @IsIn(WORKSPACE_ROLES)
  workspaceRole?: WorkspaceRole;

  @IfGiven()
  @IsId()
  projectId?: string;

  /** Member when left out. */
  @IfGiven()
  @IsIn(['manager', 'member', 'viewer'])
  projectRole?: ProjectRole;

  @IfGiven()
  @IsId()
  teamId?: string;

  /** Whether the person shall lead the sub-team. */
  @IfGiven()
  @IsBoolean()
  lead?: boolean;
}

export class InvitationCreated {
  id!: string;
  /** To hand to the invited; shown this once. Valid seven days, for one use. */
  link!: string;
  /** Epoch milliseconds. */
  expiresAt!: number;
}

export class InvitationShown {
  name!: string | null;
  email!: string | null;
  workspaceRole!: string | null;
  projectName!: string | null;
  teamName!: string | null;
  lead!: boolean;
  /** Name of the person who invites. */
  invitedBy!: string;
}

/** A newcomer gives all three, where the invitation doesn't have them; somebody signed in sends `{}`. */
export class AcceptInvitation extends OnDevice {
  @IfGiven()
  @Text({ max: 100 })
  name?: string;

  @IfGiven()
  @Email()
  email?: string;

  @IfGiven()
  @NewPassword()
  password?: string;
}
