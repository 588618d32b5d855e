import { InstantColumn, JsonColumn } from '@convener/platform';
import type { RegisterColumn } from '@convener/register-presets';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Weight } from './comparison.rules';

/** A list (名冊／清單) of a project, with its own columns: copied when it is made, whatever becomes of the preset. */
@Entity('registers')
export class Register {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  /** Null where the project made its own. */
  @Column({ name: 'preset_key', type: 'text', nullable: true })
  presetKey!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'name_en', type: 'text', nullable: true })
  nameEn!: string | null;

  /** The sub-team that keeps it; null where anybody of the crew does. */
  @Column({ name: 'team_id', type: 'varchar', length: 36, nullable: true })
  teamId!: string | null;

  /** Not for the client's people. */
  @Column({ name: 'crew_only', type: 'boolean' })
  crewOnly!: boolean;

  @JsonColumn()
  columns!: RegisterColumn[];

  /** How its rows are compared; empty where they are not. */
  @JsonColumn()
  weights!: Weight[];

  /** So many days after closing its personal cells are erased; null: as long as everywhere (PERSONAL_DATA_DAYS). */
  @Column({ name: 'personal_days', type: 'integer', nullable: true })
  personalDays!: number | null;

  @Column({ name: 'added_by', type: 'varchar', length: 36 })
  addedBy!: string;

  @InstantColumn({ name: 'added_at' })
  addedAt!: number;

  /** Counts changes of the list itself, not of its rows. */
  @Column({ type: 'integer' })
  version!: number;
}

/** A deliverable that a list is. A deliverable is one list; one list may be several deliverables. */
@Entity('register_deliverables')
export class RegisterDeliverable {
  @PrimaryColumn({ name: 'deliverable_id', type: 'varchar', length: 36 })
  deliverableId!: string;

  @Column({ name: 'register_id', type: 'varchar', length: 36 })
  registerId!: string;
}
