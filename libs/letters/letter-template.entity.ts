import { InstantColumn, JsonColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What letters of a template are; the keys of the documents that are merged of them. */
export const LETTER_KINDS = ['certificates', 'thank-you-letters'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** A DOCX of the house with fields such as {{姓名}} (文件範本). It is never changed: a new one is another template. */
@Entity('letter_templates')
export class LetterTemplate {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'text' })
  kind!: LetterKind;

  /** As people choose it. */
  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'file_name', type: 'text' })
  fileName!: string;

  @Column({ type: 'integer' })
  bytes!: number;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ name: 'store_key', type: 'varchar', length: 36 })
  storeKey!: string;

  /** Those of its text, as they are written in it, each once. */
  @JsonColumn()
  fields!: string[];

  /** Those of its headers and footers. */
  @JsonColumn({ name: 'outer_fields' })
  outerFields!: string[];

  @Column({ name: 'added_by', type: 'varchar', length: 36 })
  addedBy!: string;

  @InstantColumn({ name: 'added_at' })
  addedAt!: number;
}
