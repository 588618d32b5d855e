import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The right to become the first admin. Exists only while there is nobody. */
@Entity('setup_links')
export class SetupLink {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'token_hash', type: 'text' })
  tokenHash!: string;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;
}
