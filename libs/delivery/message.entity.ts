import { InstantColumn, JsonColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProjectLines } from './lines';

/** claimed (a sweep made it, nobody sees it) → ready (in the inbox), or empty when nothing in it held any more. */
export type MessageStatus = 'claimed' | 'ready' | 'empty';

/** waiting → sent or failed; none where there is nothing to mail. */
export type MailStatus = 'waiting' | 'sent' | 'failed' | 'none';

/** What one person is told on one morning: a message in the inbox, and the same by e-mail. */
@Entity('messages')
export class Message {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  @Column({ type: 'text' })
  status!: MessageStatus;

  @JsonColumn()
  lines!: ProjectLines[];

  @InstantColumn({ name: 'read_at', nullable: true })
  readAt!: number | null;

  /** When its reader was done with it; null while it still lies in the inbox. What is done has been read. */
  @InstantColumn({ name: 'done_at', nullable: true })
  doneAt!: number | null;

  @Column({ name: 'mail_status', type: 'text' })
  mailStatus!: MailStatus;

  @Column({ name: 'mail_attempts', type: 'integer' })
  mailAttempts!: number;

  /** The instant to which the reader's own rules hold it back; null where they don't. */
  @InstantColumn({ name: 'not_before', nullable: true })
  notBefore!: number | null;

  /** One thing that could not wait for the digest. */
  @Column({ type: 'boolean', default: false })
  single!: boolean;

  /** Whom the reader stands in for; null where the reminders are the reader's own. */
  @Column({ name: 'for_person_id', type: 'varchar', length: 36, nullable: true })
  forPersonId!: string | null;

  /** Why the mail last failed, without addresses and passwords. */
  @Column({ name: 'last_error', type: 'text', nullable: true })
  lastError!: string | null;

  /** Whoever holds it may send; null while nobody does. */
  @Column({ name: 'lease_token', type: 'text', nullable: true })
  leaseToken!: string | null;

  /** From this instant a sweep queues the message again; null once it needs nothing more. */
  @InstantColumn({ name: 'lease_until', nullable: true })
  leaseUntil!: number | null;
}
