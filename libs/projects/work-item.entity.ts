import { InstantColumn } from '@convener/platform';
import type { CalendarStatus } from '@convener/schedule';
import type { OwnerRole, Stage } from '@convener/templates';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WaitingKind, WorkItemStatus } from './transitions';

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

  /** What the rules said when it was last planned, whatever a late start or a person has made of it since. */
  @Column({ name: 'planned_start_day', type: 'text', nullable: true })
  plannedStartDay!: string | null;

  @Column({ name: 'planned_due_day', type: 'text', nullable: true })
  plannedDueDay!: string | null;

  /** Somebody gave its days by hand: a re-plan leaves them unless told otherwise. */
  @Column({ name: 'hand_set', type: 'boolean', default: false })
  handSet!: boolean;

  /** The re-plan that set it aside, and may bring it back. */
  @Column({ name: 'set_aside_by', type: 'varchar', length: 36, nullable: true })
  setAsideBy!: string | null;

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

  @Column({ name: 'waiting_kind', type: 'text', nullable: true })
  waitingKind!: WaitingKind | null;

  /** The day on which its owner is told to ask again, while it still waits. */
  @Column({ name: 'follow_up_day', type: 'text', nullable: true })
  followUpDay!: string | null;

  /** Why it is not applicable. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'assignee_id', type: 'varchar', length: 36, nullable: true })
  assigneeId!: string | null;

  @InstantColumn({ name: 'done_at', nullable: true })
  doneAt!: number | null;

  @Column({ name: 'done_by', type: 'varchar', length: 36, nullable: true })
  doneBy!: string | null;

  /** Since when it has its status; null where nobody noted it. */
  @InstantColumn({ name: 'status_since', nullable: true })
  statusSince!: number | null;

  /** When it or one of its parts was last changed; exact to the day in the project's zone. */
  @InstantColumn({ name: 'progressed_at', nullable: true })
  progressedAt!: number | null;

  /** Since when somebody knows that it is late and does not move; null again with the next progress. */
  @InstantColumn({ name: 'acknowledged_at', nullable: true })
  acknowledgedAt!: number | null;

  @Column({ name: 'acknowledged_by', type: 'varchar', length: 36, nullable: true })
  acknowledgedBy!: string | null;

  @Column({ name: 'acknowledged_note', type: 'text', nullable: true })
  acknowledgedNote!: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  @Column({ type: 'integer' })
  version!: number;
}
