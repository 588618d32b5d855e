import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OpenKind } from './open-things.rules';

/** One closing of a project. Who closes it again after it was reopened makes the next. */
@Entity('closings')
export class Closing {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  /** From 1 on in each project. */
  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ name: 'closed_by', type: 'varchar', length: 36 })
  closedBy!: string;

  @InstantColumn({ name: 'closed_at' })
  closedAt!: number;

  @Column({ name: 'reopened_by', type: 'varchar', length: 36, nullable: true })
  reopenedBy!: string | null;

  @InstantColumn({ name: 'reopened_at', nullable: true })
  reopenedAt!: number | null;

  @Column({ name: 'reopen_reason', type: 'text', nullable: true })
  reopenReason!: string | null;
}

/** What a project is closed without, and why. It holds until somebody takes it back, however often the project is closed. */
@Entity('closing_waivers')
export class ClosingWaiver {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  /** The closing that it was waived for. */
  @Column({ name: 'closing_number', type: 'integer' })
  closingNumber!: number;

  @Column({ type: 'text' })
  kind!: OpenKind;

  /** Of the work item, deliverable, list, row or whatever it is. That may be removed later, so there is no foreign key. */
  @Column({ name: 'subject_id', type: 'varchar', length: 36 })
  subjectId!: string;

  /** As it was called then. */
  @Column({ type: 'text' })
  title!: string;

  @Column({ name: 'title_en', type: 'text', nullable: true })
  titleEn!: string | null;

  /** How much of it was open then, such as rows that are not paid. */
  @Column({ type: 'integer' })
  measure!: number;

  /** It has a state for this, and was moved there; else it was only noted. */
  @Column({ type: 'boolean' })
  moved!: boolean;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'waived_by', type: 'varchar', length: 36 })
  waivedBy!: string;

  @InstantColumn({ name: 'waived_at' })
  waivedAt!: number;

  @Column({ name: 'taken_back_by', type: 'varchar', length: 36, nullable: true })
  takenBackBy!: string | null;

  @InstantColumn({ name: 'taken_back_at', nullable: true })
  takenBackAt!: number | null;

  @Column({ name: 'taken_back_reason', type: 'text', nullable: true })
  takenBackReason!: string | null;
}
