import type { Day } from '@convener/kernel';
import { InstantColumn, JsonColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Start and due day by the id of the row. */
export type BaselineDays = Record<string, [start: Day | null, due: Day | null]>;

/** That a manager set a new baseline, with the days of the one that it replaced. */
@Entity('baselines')
export class Baseline {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  @Column({ name: 'set_by', type: 'varchar', length: 36 })
  setBy!: string;

  @InstantColumn({ name: 'set_at' })
  setAt!: number;

  @Column({ type: 'text' })
  reason!: string;

  /** What the work items and deliverables had as baseline before. */
  @JsonColumn()
  days!: { items: BaselineDays; deliverables: BaselineDays };
}
