import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Lets people without an account join one sub-team. Its link is shown once; here is only the hash of its token. */
@Entity('join_codes')
export class JoinCode {
  /** Sorts by time of making. */
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'token_hash', type: 'varchar', length: 64 })
  tokenHash!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  @Column({ name: 'team_id', type: 'varchar', length: 36 })
  teamId!: string;

  @Column({ name: 'made_by', type: 'varchar', length: 36 })
  madeBy!: string;

  @InstantColumn({ name: 'made_at' })
  madeAt!: number;

  /** Null: as long as temporary staff may stay at all, which moves with the closing day. */
  @InstantColumn({ name: 'expires_at', nullable: true })
  expiresAt!: number | null;

  /** So many people may join by it in all. */
  @Column({ type: 'integer' })
  most!: number;

  /** So many have, whether they are still there or not. */
  @Column({ type: 'integer' })
  joined!: number;

  @InstantColumn({ name: 'ended_at', nullable: true })
  endedAt!: number | null;
}
