import { InstantColumn, JsonColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Template } from './template.types';

/** One published version of a template. Never changed afterwards: running projects are frozen on it. */
@Entity('template_versions')
export class TemplateVersion {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('text')
  slug!: string;

  /** Counts from 1 for each slug. */
  @Column('integer')
  version!: number;

  @JsonColumn()
  content!: Template;

  /** SHA-256 of the content, by which an unchanged seed is recognised. */
  @Column('text')
  digest!: string;

  @InstantColumn({ name: 'published_at' })
  publishedAt!: number;
}
