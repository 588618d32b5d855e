import { InstantColumn, JsonColumn } from '@convener/platform';
import type { Counts, Template } from '@convener/templates';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const HOUSE_STATUSES = ['draft', 'published', 'retired'] as const;
export type HouseStatus = (typeof HOUSE_STATUSES)[number];

/** What a house template was copied from. */
export type HouseBasis =
  | { from: 'template'; slug: string; version: number; name: string }
  | { from: 'project'; projectId: string; name: string };

/** A template of the house: a draft that people edit, and versions that they publish from it. */
@Entity('house_templates')
export class HouseTemplate {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  /** `house-…`, under which its versions are published; never changes. */
  @Column({ type: 'text' })
  slug!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn!: string;

  /** `retired`: no new project starts from it; running ones keep their version. */
  @Column({ type: 'text' })
  status!: HouseStatus;

  @JsonColumn({ name: 'based_on' })
  basedOn!: HouseBasis;

  @JsonColumn()
  draft!: Template;

  /** Of the draft, so that a list need not read it. */
  @JsonColumn()
  counts!: Counts;

  /** The number of the next own row's place: one that was removed is never given again. */
  @Column({ name: 'next_own', type: 'integer' })
  nextOwn!: number;

  /** Null until it is published first. */
  @Column({ name: 'published_version', type: 'integer', nullable: true })
  publishedVersion!: number | null;

  /** The draft has changes that no version has yet. */
  @Column({ type: 'boolean' })
  unpublished!: boolean;

  @Column({ name: 'created_by', type: 'varchar', length: 36 })
  createdBy!: string;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  @Column({ name: 'changed_by', type: 'varchar', length: 36 })
  changedBy!: string;

  @InstantColumn({ name: 'changed_at' })
  changedAt!: number;

  @Column({ type: 'integer' })
  version!: number;
}
