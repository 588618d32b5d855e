import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One signed-in browser. The token itself is only in its cookie; here is its SHA-256. */
@Entity('sessions')
export class Session {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'token_hash', type: 'text' })
  tokenHash!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  @InstantColumn({ name: 'last_seen_at' })
  lastSeenAt!: number;

  @InstantColumn({ name: 'expires_at' })
  expiresAt!: number;

  /** Whether the person has said that the device is theirs alone. */
  @Column({ name: 'own_device', type: 'boolean' })
  ownDevice!: boolean;

  /** The browser in words, see deviceOf(). */
  @Column({ type: 'text', nullable: true })
  device!: string | null;
}
