import { InstantColumn } from '@convener/platform';
import type { CalendarStatus, OwnerRole, Stage } from '@convener/templates';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkItemStatus } from './transitions';

/** Whether a row comes from a standard or was added by the project itself. */
export type RowSource = 'standard' | 'own';

/** A task (工作任務) inside a project. */
@Entity('work_items')
export class WorkItem {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  @Column({ name: 'team_id', type: 'varchar', length: 36, nullable: true })
  teamId!: string | null;

  @Column({ type: 'text' })
  stage!: Stage;

  @Column({ type: 'text' })
  workflow!: string;

  /** The project's own order; gaps are left for moving. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'text' })
  title!: string;

  @Column({ name: 'title_en', type: 'text', nullable: true })
  titleEn!: string | null;

  @Column({ name: 'owner_role', type: 'text' })
  ownerRole!: OwnerRole;

  /** 職能級別 of the task. */
  @Column({ type: 'integer', nullable: true })
  level!: number | null;

  @Column({ type: 'text' })
  source!: RowSource;

  @Column({ type: 'text', nullable: true })
  standard!: string | null;

  @Column({ type: 'text', nullable: true })
  edition!: string | null;

  /** Where it stands in its standard; with the edition its identity. Null for an own item. */
  @Column({ type: 'text', nullable: true })
  place!: string | null;

  @Column({ name: 'template_slug', type: 'text', nullable: true })
  templateSlug!: string | null;

  @Column({ name: 'template_version', type: 'integer', nullable: true })
  templateVersion!: number | null;

  @Column({ name: 'start_day', type: 'text', nullable: true })
  startDay!: string | null;

  @Column({ name: 'due_day', type: 'text', nullable: true })
  dueDay!: string | null;

  @Column({ name: 'due_time', type: 'text', nullable: true })
  dueTime!: string | null;

  @Column({ name: 'start_rule', type: 'text', nullable: true })
  startRule!: string | null;

  @Column({ name: 'due_rule', type: 'text', nullable: true })
  dueRule!: string | null;

  @Column({ name: 'day_basis', type: 'text', nullable: true })
  dayBasis!: CalendarStatus | null;

  @Column({ name: 'baseline_start_day', type: 'text', nullable: true })
  baselineStartDay!: string | null;

  @Column({ name: 'baseline_due_day', type: 'text', nullable: true })
  baselineDueDay!: string | null;

  @Column({ type: 'text' })
  status!: WorkItemStatus;

  @Column({ name: 'waiting_for', type: 'text', nullable: true })
  waitingFor!: string | null;

  @InstantColumn({ name: 'waiting_since', nullable: true })
  waitingSince!: number | null;

  /** Why it is not applicable. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'assignee_id', type: 'varchar', length: 36, nullable: true })
  assigneeId!: string | null;

  @InstantColumn({ name: 'done_at', nullable: true })
  doneAt!: number | null;

  @Column({ name: 'done_by', type: 'varchar', length: 36, nullable: true })
  doneBy!: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  @Column({ type: 'integer' })
  version!: number;
}
