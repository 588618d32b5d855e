import type { PaperLanguage } from '@convener/papers';
import { InstantColumn, JsonColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Line } from './changes.rules';

/** What people have made of a chapter of a project's closing report (結案報告). Its data are read anew each time. */
@Entity('closing_report_chapters')
export class ReportChapter {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  /** Of the catalogue; of an own chapter a UUID. */
  @Column({ type: 'varchar', length: 36 })
  key!: string;

  /** Somebody's own: a text without data. */
  @Column({ type: 'boolean' })
  own!: boolean;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'boolean' })
  included!: boolean;

  /** Null where it is called as in the catalogue. */
  @Column({ type: 'text', nullable: true })
  title!: string | null;

  @Column({ name: 'text_before', type: 'text', nullable: true })
  textBefore!: string | null;

  @Column({ name: 'text_after', type: 'text', nullable: true })
  textAfter!: string | null;

  /** Of the data that it showed when it was last looked through, in each language; null where nobody has. */
  @JsonColumn({ name: 'seen_digests', nullable: true })
  seenDigests!: Record<PaperLanguage, string> | null;

  @JsonColumn({ name: 'seen_lines', nullable: true })
  seenLines!: Record<PaperLanguage, Line[]> | null;

  @InstantColumn({ name: 'seen_at', nullable: true })
  seenAt!: number | null;

  @Column({ name: 'seen_by', type: 'varchar', length: 36, nullable: true })
  seenBy!: string | null;

  /** Counts edits by people, not that somebody looked it through. 0 until somebody edits it. */
  @Column({ type: 'integer' })
  version!: number;
}
