import { InstantColumn, JsonColumn } from '@convener/platform';
import type { OwnDay } from '@convener/schedule';
import type { AnchorDay, LeftOut } from '@convener/templates';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a project's days and times are meant unless it says otherwise. */
export const DEFAULT_ZONE = 'Asia/Taipei';

export const PROJECT_STATUSES = ['running', 'on-hold', 'cancelled', 'closed'] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** The manager's own word on how a project goes, beside what is computed. */
export const HEALTHS = ['on-track', 'at-risk', 'off-track'] as const;
export type HealthWord = (typeof HEALTHS)[number];

/** One event being run, frozen on the template version that it was started from. */
@Entity('projects')
export class Project {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  client!: string | null;

  @Column({ type: 'text', nullable: true })
  venue!: string | null;

  /** IANA zone in which the project's days and times are meant. */
  @Column({ type: 'text' })
  zone!: string;

  @Column({ name: 'template_slug', type: 'text' })
  templateSlug!: string;

  @Column({ name: 'template_version', type: 'integer' })
  templateVersion!: number;

  @Column({ name: 'opening_day', type: 'text' })
  openingDay!: string;

  @Column({ name: 'closing_day', type: 'text' })
  closingDay!: string;

  @JsonColumn()
  anchors!: AnchorDay[];

  @JsonColumn()
  options!: Record<string, string | boolean>;

  /** Where this project works on days off, or rests on working days. */
  @JsonColumn({ name: 'own_days' })
  ownDays!: OwnDay[];

  @Column({ name: 'late_start', type: 'text', nullable: true })
  lateStart!: string | null;

  @JsonColumn({ name: 'left_out' })
  leftOut!: LeftOut[];

  /** Whether a work item with deliverables also needs all its checks decided before it is done. */
  @Column({ name: 'strict_checks', type: 'boolean' })
  strictChecks!: boolean;

  @Column({ type: 'text' })
  status!: ProjectStatus;

  /** The edition before: the project that this one was started from. */
  @Column({ name: 'previous_id', type: 'varchar', length: 36, nullable: true })
  previousId!: string | null;
  /** Why it is on hold or cancelled. */
  @Column({ name: 'status_reason', type: 'text', nullable: true })
  statusReason!: string | null;

  /** Since when it is on hold or cancelled. */
  @InstantColumn({ name: 'status_since', nullable: true })
  statusSince!: number | null;

  /** When a project on hold is expected to go on; null where nobody knows. */
  @Column({ name: 'resume_day', type: 'text', nullable: true })
  resumeDay!: string | null;

  /** What its manager says of how it goes, in a word and a line; null where nobody has said anything yet. */
  @Column({ type: 'text', nullable: true })
  health!: HealthWord | null;

  @Column({ name: 'health_note', type: 'text', nullable: true })
  healthNote!: string | null;

  @InstantColumn({ name: 'health_at', nullable: true })
  healthAt!: number | null;

  @Column({ name: 'health_by', type: 'varchar', length: 36, nullable: true })
  healthBy!: string | null;

  @Column({ name: 'created_by', type: 'varchar', length: 36 })
  createdBy!: string;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  @InstantColumn({ name: 'closed_at', nullable: true })
  closedAt!: number | null;

  @Column({ name: 'closed_by', type: 'varchar', length: 36, nullable: true })
  closedBy!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}

/** Whether work goes on in it: nobody is reminded of a project where it doesn't. */
export function isRunning({ status }: Pick<Project, 'status'>): boolean {
  return status === 'running';
}

/** What work on a project must know of it, without the lists that only its own page shows. */
export type ProjectFacts = Pick<
  Project,
  'id' | 'name' | 'zone' | 'status' | 'strictChecks' | 'ownDays' | 'templateSlug' | 'templateVersion'
>;
