import { InstantColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that a cell of a list holds: a photo of a venue, a signed quotation, the scan of an invoice. */
@Entity('cell_files')
export class CellFile {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  @Column({ name: 'register_id', type: 'varchar', length: 36 })
  registerId!: string;

  @Column({ name: 'row_id', type: 'varchar', length: 36 })
  rowId!: string;

  @Column({ name: 'column_key', type: 'text' })
  columnKey!: string;

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

  @Column({ name: 'store_key', type: 'varchar', length: 36 })
  storeKey!: string;

  @Column({ name: 'added_by', type: 'varchar', length: 36 })
  addedBy!: string;

  @InstantColumn({ name: 'added_at' })
  addedAt!: number;
}
