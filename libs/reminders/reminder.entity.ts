import type { Day } from '@convener/kernel';
import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SubjectType } from './subjects';

/**
 * planned → claimed (belongs to a message) → sent, or dropped when the second look finds that it holds no more;
 * planned → cancelled when the plan changes before it fires.
 */
export type ReminderStatus = 'planned' | 'claimed' | 'sent' | 'dropped' | 'cancelled';

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

  /** Key of the policy's rule, such as `1d-before`. */
  @Column({ type: 'text' })
  rule!: string;

  /** The due day that it speaks of; when the subject's day has moved since, the reminder is dropped. */
  @Column({ name: 'due_day', type: 'text' })
  dueDay!: Day;

  @InstantColumn({ name: 'fire_at' })
  fireAt!: number;

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
