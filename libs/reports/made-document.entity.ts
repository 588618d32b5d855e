import type { Bilingual } from '@convener/kernel';
import type { PaperFormat, PaperLanguage } from '@convener/papers';
import { InstantColumn, JsonColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const DOCUMENT_STATES = ['waiting', 'making', 'ready', 'failed', 'cancelled'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** A document that was asked for, and its file once it is made. What it says is as of the instant it was asked for. */
@Entity('made_documents')
export class MadeDocument {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @JsonColumn()
  choices!: Record<string, string>;

  @Column({ type: 'text' })
  language!: PaperLanguage;

  @Column({ type: 'text' })
  format!: PaperFormat;

  /** It speaks of people: only managers, leads and whoever asked for it read it. Known at the latest when it is made. */
  @Column({ name: 'for_leads', type: 'boolean' })
  forLeads!: boolean;

  /** Columns of lists of which it shows cells, as `placeOf` names them; null as long as nobody knows. */
  @JsonColumn({ name: 'shown_columns', nullable: true })
  shownColumns!: string[] | null;

  /** Whose evidence it becomes. */
  @Column({ name: 'deliverable_id', type: 'varchar', length: 36, nullable: true })
  deliverableId!: string | null;

  /** Whether that deliverable is handed in with it. */
  @Column({ name: 'hand_in', type: 'boolean' })
  handIn!: boolean;

  @Column({ name: 'evidence_id', type: 'varchar', length: 36, nullable: true })
  evidenceId!: string | null;

  @Column({ type: 'text' })
  state!: DocumentState;

  /** From 0 to 100. */
  @Column({ type: 'integer' })
  progress!: number;

  /** Why it failed, or why it could not be handed in. */
  @JsonColumn({ nullable: true })
  fault!: Bilingual | null;

  /** How often somebody began to make it. */
  @Column({ type: 'integer' })
  attempts!: number;

  /** Whoever makes it holds this; where the lease has run out, somebody else may begin anew. */
  @Column({ name: 'lease_token', type: 'varchar', length: 36, nullable: true })
  leaseToken!: string | null;

  @InstantColumn({ name: 'lease_until', nullable: true })
  leaseUntil!: number | null;

  @Column({ name: 'asked_by', type: 'varchar', length: 36 })
  askedBy!: string;

  @InstantColumn({ name: 'asked_at' })
  askedAt!: number;

  @InstantColumn({ name: 'ended_at', nullable: true })
  endedAt!: number | null;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ name: 'media_type', type: 'text', nullable: true })
  mediaType!: string | null;

  @Column({ type: 'integer', nullable: true })
  bytes!: number | null;

  @Column({ type: 'text', nullable: true })
  sha256!: string | null;

  @Column({ name: 'store_key', type: 'varchar', length: 36, nullable: true })
  storeKey!: string | null;
}
