import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was learnt from a project or from one of its work items, for the editions to come. */
@Entity('lessons')
export class Lesson {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  /** Null where it is about the whole project. */
  @Column({ name: 'work_item_id', type: 'varchar', length: 36, nullable: true })
  workItemId!: string | null;

  /** Of that work item in its standard or template, by which later editions find it. */
  @Column({ type: 'text', nullable: true })
  place!: string | null;

  @Column({ type: 'text' })
  text!: string;

  @Column({ name: 'written_by', type: 'varchar', length: 36 })
  writtenBy!: string;

  @InstantColumn({ name: 'written_at' })
  writtenAt!: number;

  @Column({ type: 'integer' })
  version!: number;
}
