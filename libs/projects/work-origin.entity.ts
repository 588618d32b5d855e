import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What work items are made from: a row of a list, or an action item that a record holds. */
export const ORIGIN_KINDS = ['register-row', 'record-action'] as const;
export type OriginKind = (typeof ORIGIN_KINDS)[number];

/** From what a work item was made. One thing becomes one work item. */
@Entity('work_origins')
export class WorkOrigin {
  @PrimaryColumn({ name: 'work_item_id', type: 'varchar', length: 36 })
  workItemId!: string;

  @Column({ type: 'text' })
  kind!: OriginKind;

  /** The row, the action item. It may be removed later, so there is no foreign key. */
  @Column({ name: 'from_id', type: 'varchar', length: 36 })
  fromId!: string;

  /** In what that stands: the list, the entry. */
  @Column({ name: 'holder_id', type: 'varchar', length: 36 })
  holderId!: string;
}
