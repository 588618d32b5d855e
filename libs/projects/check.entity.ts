import { InstantColumn } from '@convener/platform';
import type { Stage } from '@convener/templates';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CheckState } from './transitions';
import type { RowSource } from './work-item.entity';

/** An indicator (行為指標) inside a project, as an acceptance check of its work item. */
@Entity('checks')
export class Check {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  @Column({ name: 'work_item_id', type: 'varchar', length: 36 })
  workItemId!: string;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  stage!: Stage;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text' })
  source!: RowSource;

  @Column({ type: 'text', nullable: true })
  place!: string | null;

  @Column({ type: 'text' })
  state!: CheckState;

  /** Why it is not applicable. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'decided_by', type: 'varchar', length: 36, nullable: true })
  decidedBy!: string | null;

  @InstantColumn({ name: 'decided_at', nullable: true })
  decidedAt!: number | null;

  /** The re-plan that set it aside, and may bring it back. */
  @Column({ name: 'set_aside_by', type: 'varchar', length: 36, nullable: true })
  setAsideBy!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
