import type { Change } from '@convener/activity';
import { InstantColumn, JsonColumn } from '@convener/platform';
import type { CalendarStatus } from '@convener/schedule';
import type { Accepter, EvidenceNeed, OutputKind, OwnerRole } from '@convener/templates';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeliverableStatus } from './transitions';
import type { RowSource } from './work-item.entity';

/** One output that a deliverable stands for; a merged deliverable stands for several. */
export interface DeliverableSource {
  standard: string;
  edition: string;
  place: string;
  title: string;
}

/** An output (工作產出) inside a project. */
@Entity('deliverables')
export class Deliverable {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  @Column({ name: 'work_item_id', type: 'varchar', length: 36 })
  workItemId!: string;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'text' })
  title!: string;

  @Column({ name: 'title_en', type: 'text', nullable: true })
  titleEn!: string | null;

  @Column({ type: 'text' })
  source!: RowSource;

  @JsonColumn()
  sources!: DeliverableSource[];

  @Column({ type: 'text', nullable: true })
  place!: string | null;

  @Column({ type: 'text' })
  preparer!: OwnerRole;

  /** Null where nobody needs to accept it. */
  @Column({ type: 'text', nullable: true })
  accepter!: Accepter | null;

  @Column({ type: 'text' })
  evidence!: EvidenceNeed;

  @Column({ type: 'text' })
  kind!: OutputKind;

  /** Key of the document that the project's own data make of it; null where none does. */
  @Column({ type: 'text', nullable: true })
  document!: string | null;

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
  status!: DeliverableStatus;

  /** Since when it has its status; null where nobody noted it. */
  @InstantColumn({ name: 'status_since', nullable: true })
  statusSince!: number | null;

  /** Why it was returned or waived. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'submitted_by', type: 'varchar', length: 36, nullable: true })
  submittedBy!: string | null;

  @InstantColumn({ name: 'submitted_at', nullable: true })
  submittedAt!: number | null;

  @Column({ name: 'settled_by', type: 'varchar', length: 36, nullable: true })
  settledBy!: string | null;

  @InstantColumn({ name: 'settled_at', nullable: true })
  settledAt!: number | null;

  /** A sole manager accepted what they had submitted themselves. */
  @Column({ name: 'self_accepted', type: 'boolean' })
  selfAccepted!: boolean;

  @Column({ type: 'integer' })
  version!: number;
}

/** The activity of a deliverable whose days follow those of its work item. */
export function deliverableMoved(
  { id, title, projectId }: Deliverable,
  actorId: string,
  changed: Pick<Change, 'before' | 'after'>,
  batchId: string | null = null,
): Change {
  const subject = { type: 'deliverable' as const, id, title };
  return { projectId, actorId, action: 'deliverable.edited', subject, ...changed, batchId };
}
