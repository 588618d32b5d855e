import { Entity, PrimaryColumn } from 'typeorm';

/** Finish-to-start: the work item should wait for its predecessor. It warns, it never blocks. */
@Entity('work_item_predecessors')
export class Predecessor {
  @PrimaryColumn({ name: 'work_item_id', type: 'varchar', length: 36 })
  workItemId!: string;

  @PrimaryColumn({ name: 'predecessor_id', type: 'varchar', length: 36 })
  predecessorId!: string;
}
