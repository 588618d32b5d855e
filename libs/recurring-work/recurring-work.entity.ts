import type { Day } from '@convener/kernel';
import { InstantColumn } from '@convener/platform';
import type { DaysOffRule, Rhythm } from '@convener/schedule';
import type { Stage } from '@convener/templates';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Work that comes again, such as the weekly meeting until the closing. Each occurrence becomes a work item of its own. */
@Entity('recurring_work')
export class RecurringWork {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ name: 'title_en', type: 'text', nullable: true })
  titleEn!: string | null;

  @Column({ name: 'rhythm', type: 'text' })
  every!: Rhythm;

  /** 0 Sunday … 6 Saturday, for weeks. */
  @Column({ type: 'integer', nullable: true })
  weekday!: number | null;

  /** 1 … 31, for months. */
  @Column({ name: 'month_day', type: 'integer', nullable: true })
  monthDay!: number | null;

  /** HH:MM in the project's zone. */
  @Column({ name: 'due_time', type: 'text', nullable: true })
  dueTime!: string | null;

  @Column({ name: 'from_day', type: 'text' })
  fromDay!: Day;

  /** The last day that counts; null where an anchor says it. */
  @Column({ name: 'until_day', type: 'text', nullable: true })
  untilDay!: Day | null;

  /** Key of the anchor that ends it, such as `closing`: it moves with it. */
  @Column({ name: 'until_anchor', type: 'text', nullable: true })
  untilAnchor!: string | null;

  @Column({ name: 'team_id', type: 'varchar', length: 36, nullable: true })
  teamId!: string | null;

  @Column({ name: 'assignee_id', type: 'varchar', length: 36, nullable: true })
  assigneeId!: string | null;

  @Column({ type: 'text' })
  stage!: Stage;

  @Column({ type: 'text' })
  workflow!: string;

  /** The place of the standard's task, output or indicator that asks for it. */
  @Column({ type: 'text', nullable: true })
  place!: string | null;

  @Column({ name: 'days_off', type: 'text' })
  daysOff!: DaysOffRule;

  /** Every slot to this day has its work item, or is past. */
  @Column({ name: 'generated_until', type: 'text', nullable: true })
  generatedUntil!: Day | null;

  @Column({ name: 'created_by', type: 'varchar', length: 36 })
  createdBy!: string;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  @InstantColumn({ name: 'ended_at', nullable: true })
  endedAt!: number | null;

  @Column({ type: 'integer' })
  version!: number;
}
