import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's place in a sub-team. */
@Entity('team_members')
export class TeamMember {
  @PrimaryColumn({ name: 'team_id', type: 'varchar', length: 36 })
  teamId!: string;

  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ type: 'boolean' })
  lead!: boolean;
}
