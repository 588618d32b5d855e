import type { ProjectRole } from '@convener/access';
import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's part in a project. */
@Entity('project_members')
export class ProjectMember {
  @PrimaryColumn({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ type: 'text' })
  role!: ProjectRole;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;
}
