import { InstantColumn, JsonColumn } from '@convener/platform';
import type { Escalation, ReminderRule } from '@convener/templates';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type RuleScope = 'project' | 'item' | 'person';

/** A rule as it is kept. Under the key of escalation it holds working days, else what a template's rule holds. */
export type KeptRule = ReminderRule & Partial<Escalation>;

/** A rule beside those of the template: of a project, of one work item in it, or of a person for their own work. */
@Entity('reminder_rules')
export class OwnRule {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'text' })
  scope!: RuleScope;

  /** Null for a person's. */
  @Column({ name: 'project_id', type: 'varchar', length: 36, nullable: true })
  projectId!: string | null;

  @Column({ name: 'subject_type', type: 'text', nullable: true })
  subjectType!: 'work-item' | null;

  @Column({ name: 'subject_id', type: 'varchar', length: 36, nullable: true })
  subjectId!: string | null;

  @Column({ name: 'person_id', type: 'varchar', length: 36, nullable: true })
  personId!: string | null;

  /** Where its key is that of a rule above it, it stands in that one's place. */
  @JsonColumn()
  rule!: KeptRule;

  /** False: neither this rule nor the one in whose place it stands. */
  @Column({ type: 'boolean' })
  active!: boolean;

  @Column({ name: 'created_by', type: 'varchar', length: 36 })
  createdBy!: string;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
