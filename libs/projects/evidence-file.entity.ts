import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The file of a piece of evidence. Versions of one file are a series; the newest is the one to look at. */
@Entity('evidence_files')
export class EvidenceFile {
  @PrimaryColumn({ name: 'evidence_id', type: 'varchar', length: 36 })
  evidenceId!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  @Column({ name: 'deliverable_id', type: 'varchar', length: 36 })
  deliverableId!: string;

  /** The evidence that its first version came with. */
  @Column({ name: 'series_id', type: 'varchar', length: 36 })
  seriesId!: string;

  @Column({ name: 'series_version', type: 'integer' })
  seriesVersion!: number;

  /** As it was given, made fit to be saved under anywhere. */
  @Column({ type: 'text' })
  name!: string;

  /** By content. */
  @Column({ name: 'media_type', type: 'text' })
  mediaType!: string;

  @Column({ type: 'integer' })
  bytes!: number;

  /** Of what is kept and downloaded. */
  @Column({ type: 'text' })
  sha256!: string;

  /** Of what was uploaded: a picture is drawn anew. */
  @Column({ name: 'given_sha256', type: 'text' })
  givenSha256!: string;

  @Column({ type: 'integer', nullable: true })
  width!: number | null;

  @Column({ type: 'integer', nullable: true })
  height!: number | null;

  /** It speaks of people: only managers, leads, whoever added it and whoever accepts it open it. */
  @Column({ name: 'for_leads', type: 'boolean' })
  forLeads!: boolean;

  @Column({ name: 'store_key', type: 'varchar', length: 36 })
  storeKey!: string;
}
