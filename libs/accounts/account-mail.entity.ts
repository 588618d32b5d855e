import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** reset: the link that somebody asked for at the sign-in page · admin-link: word that an admin has made one. */
export type AccountMailKind = 'reset' | 'admin-link';

/** A mail about an account that has yet to go out; deleted once it has, or when there is nobody to send it to. */
@Entity('account_mails')
export class AccountMail {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'text' })
  kind!: AccountMailKind;

  /** As it was asked for, see normalEmail(); whether anybody has it is found out when the mail is written. */
  @Column({ type: 'text' })
  email!: string;

  @Column({ name: 'made_by', type: 'varchar', length: 36, nullable: true })
  madeBy!: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  /** How often a job has taken it up. */
  @Column({ type: 'integer' })
  attempts!: number;

  /** From this instant it waits for a job: at once, then where sending failed or the job died. */
  @InstantColumn({ name: 'due_at' })
  dueAt!: number;
}
