import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody says about a work item. */
@Entity('comments')
export class Comment {
  /** Sorts by time of writing. */
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'work_item_id', type: 'varchar', length: 36 })
  workItemId!: string;

  /** People are named as `@{id}`. Empty once it is removed. */
  @Column({ type: 'text' })
  body!: string;

  @Column({ name: 'written_by', type: 'varchar', length: 36 })
  writtenBy!: string;

  @InstantColumn({ name: 'written_at' })
  writtenAt!: number;

  @InstantColumn({ name: 'edited_at', nullable: true })
  editedAt!: number | null;

  @InstantColumn({ name: 'removed_at', nullable: true })
  removedAt!: number | null;

  @Column({ type: 'integer' })
  version!: number;
}
