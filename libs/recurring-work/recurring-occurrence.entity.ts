import type { Day } from '@convener/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which work item stands for which slot. One a slot, however many processes look. */
@Entity('recurring_occurrences')
export class RecurringOccurrence {
  @PrimaryColumn({ name: 'recurring_id', type: 'varchar', length: 36 })
  recurringId!: string;

  /** The day that the rhythm names. */
  @PrimaryColumn({ name: 'slot_day', type: 'text' })
  slotDay!: Day;

  @Column({ name: 'work_item_id', type: 'varchar', length: 36 })
  workItemId!: string;
}
