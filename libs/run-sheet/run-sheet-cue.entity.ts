import type { Day } from '@convener/kernel';
import { InstantColumn, JsonColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CueState } from './cue-state.rules';

/** What a cue needs at hand: a file or link that is evidence in the project, or a link of its own. */
export interface CueFile {
  evidenceId: string | null;
  name: string;
  link: string | null;
}

/** One line of the run sheet (活動流程表): what happens when and where, and who does it. */
@Entity('run_sheet_cues')
export class RunSheetCue {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  /** The event day to which it belongs; a gala that ends at half past midnight belongs to its evening. */
  @Column({ type: 'text' })
  day!: Day;

  /** Where it begins now: minutes of the wall clock since the day's midnight, from 1440 on in the morning after. */
  @Column({ type: 'integer' })
  minute!: number;

  /** How long it takes now. */
  @Column({ type: 'integer' })
  minutes!: number;

  /** Where it was planned to begin, before any delay. */
  @Column({ name: 'planned_minute', type: 'integer' })
  plannedMinute!: number;

  @Column({ name: 'planned_minutes', type: 'integer' })
  plannedMinutes!: number;

  @Column({ type: 'text' })
  place!: string;

  @Column({ type: 'text' })
  title!: string;

  /** What is to be done: lights, sound, the words of the host. */
  @Column({ type: 'text', nullable: true })
  notes!: string | null;

  @JsonColumn({ name: 'person_ids' })
  personIds!: string[];

  @Column({ name: 'team_id', type: 'varchar', length: 36, nullable: true })
  teamId!: string | null;

  /** Who takes part without being in the project: speakers, guests of honour, suppliers. */
  @Column({ type: 'text', nullable: true })
  outside!: string | null;

  @JsonColumn()
  files!: CueFile[];

  @Column({ name: 'work_item_id', type: 'varchar', length: 36, nullable: true })
  workItemId!: string | null;

  /** No delay moves it (硬時點): the minister comes at half past nine. */
  @Column({ type: 'boolean' })
  fixed!: boolean;

  @Column({ type: 'text' })
  state!: CueState;

  @InstantColumn({ name: 'started_at', nullable: true })
  startedAt!: number | null;

  @InstantColumn({ name: 'ended_at', nullable: true })
  endedAt!: number | null;

  @Column({ type: 'integer' })
  version!: number;
}
