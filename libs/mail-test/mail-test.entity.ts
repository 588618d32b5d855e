import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MailFault } from './mail-fault';

/** waiting: no job has tried it · sent: taken by the mail server · kept: stands in the outbox, for want of one · failed. */
export const MAIL_TEST_STATES = ['waiting', 'sent', 'kept', 'failed'] as const;
export type MailTestState = (typeof MAIL_TEST_STATES)[number];

/** A message that an administrator sent to themselves, to see whether mail goes out; the last one of each. */
@Entity('mail_tests')
export class MailTest {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  /** Another one each time, so that a late job tells nothing of a newer test. */
  @Column({ type: 'varchar', length: 36 })
  id!: string;

  @InstantColumn({ name: 'asked_at' })
  askedAt!: number;

  @Column({ type: 'text' })
  state!: MailTestState;

  /** What kind of failure it was. */
  @Column({ type: 'text', nullable: true })
  fault!: MailFault | null;

  /** What the mail server said, without addresses of people, passwords and keys. */
  @Column({ type: 'text', nullable: true })
  answer!: string | null;

  @InstantColumn({ name: 'ended_at', nullable: true })
  endedAt!: number | null;
}
