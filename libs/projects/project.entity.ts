import { InstantColumn, JsonColumn } from '@convener/platform';
import type { AnchorDay, LeftOut } from '@convener/templates';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const PROJECT_STATUSES = ['running', 'closed'] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

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

  @Column({ name: 'late_start', type: 'text', nullable: true })
  lateStart!: string | null;

  @JsonColumn({ name: 'left_out' })
  leftOut!: LeftOut[];

  /** Whether a work item with deliverables also needs all its checks decided before it is done. */
  @Column({ name: 'strict_checks', type: 'boolean' })
  strictChecks!: boolean;

  @Column({ type: 'text' })
  status!: ProjectStatus;

  @Column({ name: 'created_by', type: 'varchar', length: 36 })
  createdBy!: string;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  @InstantColumn({ name: 'closed_at', nullable: true })
  closedAt!: number | null;

  @Column({ type: 'integer' })
  version!: number;
}

/** What work on a project must know of it, without the lists that only its own page shows. */
export type ProjectFacts = Pick<
  Project,
  'id' | 'name' | 'zone' | 'status' | 'strictChecks' | 'templateSlug' | 'templateVersion'
>;
