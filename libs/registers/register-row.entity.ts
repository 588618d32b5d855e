import { InstantColumn, JsonColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeptCell } from './cells.rules';

/** Whether a row is still open, certain, or not used any more. What is dropped counts for nothing. */
export const ROW_STATUSES = ['open', 'confirmed', 'dropped'] as const;
export type RowStatus = (typeof ROW_STATUSES)[number];

@Entity('register_rows')
export class RegisterRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'register_id', type: 'varchar', length: 36 })
  registerId!: string;

  /** Its place in the list, from 1 on. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  status!: RowStatus;

  /** By the column's key; empty cells are not there. */
  @JsonColumn()
  cells!: Record<string, KeptCell>;

  /** When its personal cells were erased, for as long as it has none: whoever fills one again takes this back. */
  @InstantColumn({ name: 'erased_at', nullable: true })
  erasedAt!: number | null;

  @Column({ name: 'added_by', type: 'varchar', length: 36 })
  addedBy!: string;

  @InstantColumn({ name: 'added_at' })
  addedAt!: number;

  @Column({ type: 'integer' })
  version!: number;
}
