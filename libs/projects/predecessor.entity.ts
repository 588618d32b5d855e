import type { NetworkEdge } from '@convener/schedule';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Finish-to-start: the work item should begin `lag` after its predecessor is finished. It warns, it never blocks. */
@Entity('work_item_predecessors')
export class Predecessor {
  @PrimaryColumn({ name: 'work_item_id', type: 'varchar', length: 36 })
  workItemId!: string;

  @PrimaryColumn({ name: 'predecessor_id', type: 'varchar', length: 36 })
  predecessorId!: string;

  /** Negative for a lead. */
  @Column({ name: 'lag_days', type: 'integer' })
  lagDays!: number;

  @Column({ name: 'lag_unit', type: 'text' })
  lagUnit!: NetworkEdge['lagUnit'];
}
