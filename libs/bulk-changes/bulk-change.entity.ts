import { InstantColumn, JsonColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BulkChange, BulkType } from './bulk-change';

/** A row that a bulk change wrote: the version that it left behind, and the values that it found. */
export interface FoundRow {
  type: BulkType;
  id: string;
  version: number;
  values: Record<string, unknown>;
}

/** How long a bulk change can be taken back, and is kept at all: a day. */
export const BULK_KEPT_MS = 24 * 60 * 60_000;

/** One change of many work items: who, when, what all of them got, and how to take it back. */
@Entity('bulk_changes')
export class BulkChangeRecord {
  /** Also the batch of its activity entries. */
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  @Column({ name: 'by_id', type: 'varchar', length: 36 })
  byId!: string;

  @InstantColumn()
  at!: number;

  @JsonColumn()
  given!: BulkChange;

  /** How many work items. */
  @Column({ type: 'integer' })
  changed!: number;

  @JsonColumn()
  found!: FoundRow[];

  @InstantColumn({ name: 'undone_at', nullable: true })
  undoneAt!: number | null;

  @Column({ type: 'integer' })
  version!: number;
}
