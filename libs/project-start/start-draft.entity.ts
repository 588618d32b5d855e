import { InstantColumn, JsonColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StartDraft } from './start.types';

/** What a person has put together of a project that is not started yet. Nobody else ever sees it. */
@Entity('start_drafts')
export class StoredStartDraft {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  /** Null once it was started or discarded: the row stays, so that an old tab can't take the next draft for its own. */
  @JsonColumn({ nullable: true })
  content!: StartDraft | null;

  @InstantColumn({ name: 'saved_at' })
  savedAt!: number;

  @Column({ type: 'integer' })
  version!: number;
}
