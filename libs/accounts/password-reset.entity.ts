import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link that sets a new password. Deleted by its one use; a person has one at a time. */
@Entity('password_resets')
export class PasswordReset {
  /** The token itself is only in the link; here is its SHA-256. */
  @PrimaryColumn({ name: 'token_hash', type: 'varchar', length: 64 })
  tokenHash!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  /** The admin who made it to hand over; null where it was mailed to the person. */
  @Column({ name: 'made_by', type: 'varchar', length: 36, nullable: true })
  madeBy!: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  @InstantColumn({ name: 'expires_at' })
  expiresAt!: number;
}
