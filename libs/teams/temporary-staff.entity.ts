import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The part of somebody without an account in a project: one sub-team, by a code. Whoever has no row has no part, so
 * ending it is deleting the row; that it was there stands in the activity.
 */
@Entity('temporary_staff')
export class TemporaryStaff {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  @Column({ name: 'team_id', type: 'varchar', length: 36 })
  teamId!: string;

  @Column({ name: 'code_id', type: 'varchar', length: 36 })
  codeId!: string;

  @InstantColumn({ name: 'joined_at' })
  joinedAt!: number;
}
