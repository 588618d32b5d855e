import type { Day } from '@convener/kernel';
import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Recipient } from '@convener/templates';

export type SubjectType = 'work-item' | 'deliverable';

/**
 * planned → claimed (belongs to a message) → sent, or dropped when the second look finds that it holds no more;
 * planned → cancelled when the plan changes before it fires.
 */
export type ReminderStatus = 'planned' | 'claimed' | 'sent' | 'dropped' | 'cancelled';

/** What asks for it: a rule that counts from one of four days, a follow-up of waiting work, standstill, a person, being named in a comment, or work that came back. */
export type ReminderKind =
  'due' | 'start' | 'anchor' | 'status' | 'follow-up' | 'escalation' | 'manual' | 'mention' | 'returned';

/** One future nudge to one person. The row is the truth; jobs only carry ids. */
@Entity('reminders')
export class Reminder {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  @Column({ name: 'subject_type', type: 'text' })
  subjectType!: SubjectType;

  @Column({ name: 'subject_id', type: 'varchar', length: 36 })
  subjectId!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36, nullable: true })
  personId!: string | null;

  @Column({ type: 'text', default: 'due' })
  kind!: ReminderKind;

  /** By what the person is told of it; null: as the one whose work it is. */
  @Column({ type: 'text', nullable: true })
  recipient!: Recipient | null;

  /** Key of the policy's rule, such as `1d-before`. */
  @Column({ type: 'text' })
  rule!: string;

  /** The day that it counts from, mostly the due day; when that day has moved since, the reminder is dropped. */
  @Column({ name: 'due_day', type: 'text' })
  dueDay!: Day;

  @InstantColumn({ name: 'fire_at' })
  fireAt!: number;

  /** The latest instant at which it is worth a message of its own; null: always. */
  @InstantColumn({ name: 'expires_at', nullable: true })
  expiresAt!: number | null;

  /** What a person who reminds by hand has to say; of a mention, who wrote the comment; of returned work, why. */
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'text' })
  status!: ReminderStatus;

  @Column({ name: 'message_id', type: 'varchar', length: 36, nullable: true })
  messageId!: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  /** When it was sent, dropped or cancelled. */
  @InstantColumn({ name: 'settled_at', nullable: true })
  settledAt!: number | null;
}
