import type { Day } from '@convener/kernel';
import { InstantColumn, JsonColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CueMove } from './delay.rules';

/** A delay as it was applied: who, when, by how much, and what it moved, so that it can be taken back. */
@Entity('run_sheet_delays')
export class RunSheetDelay {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  @Column({ type: 'text' })
  day!: Day;

  @Column({ type: 'text' })
  title!: string;

  /** Negative where it brought forward. */
  @Column({ type: 'integer' })
  minutes!: number;

  @JsonColumn()
  moves!: CueMove[];

  @Column({ name: 'by_id', type: 'varchar', length: 36 })
  byId!: string;

  @InstantColumn()
  at!: number;

  @InstantColumn({ name: 'undone_at', nullable: true })
  undoneAt!: number | null;

  @Column({ type: 'integer' })
  version!: number;
}
