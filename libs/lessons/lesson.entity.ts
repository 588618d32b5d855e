import { InstantColumn, JsonColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LessonAudience, LessonKind, Proposal, SourceKind } from './lesson.rules';

/** What was learnt from a project or from one of its work items, for those to come. */
@Entity('lessons')
export class Lesson {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  /** Null where it is about the whole project. */
  @Column({ name: 'work_item_id', type: 'varchar', length: 36, nullable: true })
  workItemId!: string | null;

  /** Of that work item: the task of its standard, or the house's own place, by which later projects find it. */
  @Column({ type: 'text', nullable: true })
  place!: string | null;

  @Column({ type: 'text', nullable: true })
  standard!: string | null;

  @Column({ type: 'text', nullable: true })
  edition!: string | null;

  @Column({ type: 'text' })
  kind!: LessonKind;

  @Column({ type: 'text' })
  audience!: LessonAudience;

  @Column({ type: 'text' })
  text!: string;

  /** What templates could do about it. */
  @JsonColumn({ nullable: true })
  proposal!: Proposal | null;

  /** Of what it was made: a row of a list, or an entry of a record. That may be removed later. */
  @Column({ name: 'from_kind', type: 'text', nullable: true })
  fromKind!: SourceKind | null;

  @Column({ name: 'from_id', type: 'varchar', length: 36, nullable: true })
  fromId!: string | null;

  @Column({ name: 'from_title', type: 'text', nullable: true })
  fromTitle!: string | null;

  @Column({ name: 'written_by', type: 'varchar', length: 36 })
  writtenBy!: string;

  @InstantColumn({ name: 'written_at' })
  writtenAt!: number;

  @Column({ type: 'integer' })
  version!: number;
}

/** Whether a template of the house took a lesson into its draft, and why. */
@Entity('lesson_decisions')
export class LessonDecision {
  @PrimaryColumn({ name: 'lesson_id', type: 'varchar', length: 36 })
  lessonId!: string;

  @PrimaryColumn({ name: 'template_id', type: 'varchar', length: 36 })
  templateId!: string;

  @Column({ type: 'boolean' })
  taken!: boolean;

  /** The version of the template that holds it, published or not; null where it was declined. */
  @Column({ type: 'integer', nullable: true })
  version!: number | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'decided_by', type: 'varchar', length: 36 })
  decidedBy!: string;

  @InstantColumn({ name: 'decided_at' })
  decidedAt!: number;
}
