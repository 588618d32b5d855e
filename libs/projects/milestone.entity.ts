import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a contract names: 履約期限、期初／期中／期末報告、驗收、請款期別, or whatever else the manager counts from. */
export const MILESTONE_KINDS = [
  'performance-deadline',
  'initial-report',
  'interim-report',
  'final-report',
  'inspection',
  'payment',
  'other',
] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

/** A day of a project's own that rules can count from, as they do from the anchors of its template. */
@Entity('milestones')
export class Milestone {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  /** How rules call it; unique in the project, and none of its template's anchors. */
  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  kind!: MilestoneKind;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'name_en', type: 'text', nullable: true })
  nameEn!: string | null;

  /** Counts its day from another anchor; null where the day itself was given. */
  @Column({ type: 'text', nullable: true })
  rule!: string | null;

  @Column({ type: 'text' })
  day!: string;

  /** Of a payment, as people write it. */
  @Column({ type: 'text', nullable: true })
  amount!: string | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  /** The work that is due by it. */
  @Column({ name: 'work_item_id', type: 'varchar', length: 36, nullable: true })
  workItemId!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
