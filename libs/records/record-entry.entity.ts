import type { Day } from '@convener/kernel';
import { InstantColumn, JsonColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActionItem, EntryKind } from './record-entry.rules';

/** What was talked about, went wrong or was tried out on one day: an entry of a deliverable that is a record (紀錄). */
@Entity('record_entries')
export class RecordEntry {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'deliverable_id', type: 'varchar', length: 36 })
  deliverableId!: string;

  @Column({ type: 'text' })
  kind!: EntryKind;

  @Column({ type: 'text' })
  day!: Day;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text', nullable: true })
  place!: string | null;

  /** Who was there, as it was written down: many of them have no account. */
  @Column({ type: 'text', nullable: true })
  present!: string | null;

  @Column({ type: 'text', nullable: true })
  notes!: string | null;

  @JsonColumn()
  decisions!: string[];

  @JsonColumn()
  actions!: ActionItem[];

  @Column({ name: 'added_by', type: 'varchar', length: 36 })
  addedBy!: string;

  @InstantColumn({ name: 'added_at' })
  addedAt!: number;

  @Column({ type: 'integer' })
  version!: number;
}
