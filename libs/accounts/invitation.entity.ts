import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProjectRole, WorkspaceRole } from '@convener/access';

/** A link that makes somebody a person of the workspace, of a project, or of both. Used once, within seven days. */
@Entity('invitations')
export class Invitation {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'token_hash', type: 'text' })
  tokenHash!: string;

  /** Fills in the form for the invited; whoever holds the link may give another address. */
  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ name: 'workspace_role', type: 'text', nullable: true })
  workspaceRole!: WorkspaceRole | null;

  @Column({ name: 'project_id', type: 'varchar', length: 36, nullable: true })
  projectId!: string | null;

  @Column({ name: 'project_role', type: 'text', nullable: true })
  projectRole!: ProjectRole | null;

  @Column({ name: 'team_id', type: 'varchar', length: 36, nullable: true })
  teamId!: string | null;

  /** Whether the person shall lead the sub-team. */
  @Column({ type: 'boolean' })
  lead!: boolean;

  @Column({ name: 'invited_by', type: 'varchar', length: 36 })
  invitedBy!: string;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  @InstantColumn({ name: 'expires_at' })
  expiresAt!: number;

  @InstantColumn({ name: 'accepted_at', nullable: true })
  acceptedAt!: number | null;

  @Column({ name: 'accepted_by', type: 'varchar', length: 36, nullable: true })
  acceptedBy!: string | null;
}
