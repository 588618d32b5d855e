import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One change in a project: who, what, before, after, when. Written in the transaction of the change. The database
 * refuses to change or delete it, and each entry's hash covers the one before it.
 */
@Entity('activity')
export class ActivityEntry {
  /** Sorts by time of writing. */
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  /** Its place in the project's chain, from 1 on without gaps. */
  @Column({ type: 'integer' })
  seq!: number;

  @InstantColumn()
  at!: number;

  /** Null for what the product did by itself. */
  @Column({ name: 'actor_id', type: 'varchar', length: 36, nullable: true })
  actorId!: string | null;

  @Column({ type: 'text' })
  action!: string;

  @Column({ name: 'subject_type', type: 'text' })
  subjectType!: string;

  @Column({ name: 'subject_id', type: 'varchar', length: 36 })
  subjectId!: string;

  /** The subject's title as it then was, so that the log reads well after it changes. Empty for a person. */
  @Column({ name: 'subject_title', type: 'text' })
  subjectTitle!: string;

  /** JSON, but text here: the hash covers the text as it is stored. */
  @Column({ type: 'text', nullable: true })
  before!: string | null;

  @Column({ type: 'text', nullable: true })
  after!: string | null;

  /** Shared by the entries of one bulk change. */
  @Column({ name: 'batch_id', type: 'varchar', length: 36, nullable: true })
  batchId!: string | null;

  /** Commits to the personal text beside the chain; null where the entry has none. */
  @Column({ name: 'personal_digest', type: 'text', nullable: true })
  personalDigest!: string | null;

  @Column({ type: 'text' })
  hash!: string;
}
