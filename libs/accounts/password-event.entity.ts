import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** changed by the person · reset by a mailed link · a link made by an admin · reset by such a link. */
export const PASSWORD_EVENTS = ['changed', 'reset', 'admin-link', 'admin-reset'] as const;
export type PasswordEventKind = (typeof PASSWORD_EVENTS)[number];

/** What happened to a person's password: kept for them to see, so that no admin opens an account without a trace. */
@Entity('password_events')
export class PasswordEvent {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ type: 'text' })
  kind!: PasswordEventKind;

  /** The admin, where one had a hand in it. */
  @Column({ name: 'made_by', type: 'varchar', length: 36, nullable: true })
  madeBy!: string | null;

  @InstantColumn()
  at!: number;
}
