import type { Locale } from '@convener/access';
import type { Day } from '@convener/kernel';
import { InstantColumn, JsonColumn } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Answers } from './answers.rules';
import type { Section } from './questions.rules';
import type { SurveyState } from './state.rules';

/** A questionnaire (滿意度調查) of a project, answered without an account. */
@Entity('surveys')
export class Survey {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'project_id', type: 'varchar', length: 36 })
  projectId!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ name: 'title_en', type: 'text', nullable: true })
  titleEn!: string | null;

  @Column({ type: 'text', nullable: true })
  intro!: string | null;

  @Column({ name: 'intro_en', type: 'text', nullable: true })
  introEn!: string | null;

  /** What people are told of their data besides what every survey says. */
  @Column({ name: 'data_note', type: 'text', nullable: true })
  dataNote!: string | null;

  @Column({ name: 'data_note_en', type: 'text', nullable: true })
  dataNoteEn!: string | null;

  /** Whether an answer remembers of which row of a list its link was made. Said openly before anybody answers. */
  @Column({ type: 'boolean' })
  named!: boolean;

  @Column({ type: 'text' })
  state!: SurveyState;

  /** The first and the last day, in the project's zone, on which an open survey is answered; null: no limit. */
  @Column({ name: 'opens_day', type: 'text', nullable: true })
  opensDay!: Day | null;

  @Column({ name: 'closes_day', type: 'text', nullable: true })
  closesDay!: Day | null;

  @JsonColumn()
  sections!: Section[];

  @Column({ name: 'added_by', type: 'varchar', length: 36 })
  addedBy!: string;

  @InstantColumn({ name: 'added_at' })
  addedAt!: number;

  @Column({ type: 'integer' })
  version!: number;
}

/** `personal`: one answer; `hall`: for everybody who sees it, one answer a device. */
export const LINK_KINDS = ['personal', 'hall'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** `none`: not asked for. */
export type SurveyMailStatus = 'none' | 'due' | 'sent' | 'failed';

/** The right to answer once (or, in the hall, once a device). It knows whether it was used, never when or what was said. */
@Entity('survey_links')
export class SurveyLink {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'survey_id', type: 'varchar', length: 36 })
  surveyId!: string;

  @Column({ type: 'text' })
  kind!: LinkKind;

  /** Counts the links of its kind, from 1 on. */
  @Column({ type: 'integer' })
  number!: number;

  /** The row of a list for whom it was made; null where it is for nobody in particular. */
  @Column({ name: 'row_id', type: 'varchar', length: 36, nullable: true })
  rowId!: string | null;

  /** The column of that list which holds the address. */
  @Column({ name: 'email_key', type: 'text', nullable: true })
  emailKey!: string | null;

  @Column({ type: 'boolean' })
  answered!: boolean;

  /** Of the submission that used it, by which the same one is known when it arrives again. No answer holds it. */
  @Column({ name: 'receipt_hash', type: 'varchar', length: 64, nullable: true })
  receiptHash!: string | null;

  @Column({ name: 'mail_status', type: 'text' })
  mailStatus!: SurveyMailStatus;

  /** From this instant its mail waits for a job; null where none does. */
  @InstantColumn({ name: 'mail_due_at', nullable: true })
  mailDueAt!: number | null;

  @Column({ name: 'mail_attempts', type: 'integer' })
  mailAttempts!: number;

  /** How often a mail was asked for: a reminder is a mail of its own. */
  @Column({ name: 'mail_round', type: 'integer' })
  mailRound!: number;
}

/** A token that opens a link; here is only its hash. A link may have several: one in a mail, one in an export. */
@Entity('survey_keys')
export class SurveyKey {
  @PrimaryColumn({ name: 'token_hash', type: 'varchar', length: 64 })
  tokenHash!: string;

  @Column({ name: 'link_id', type: 'varchar', length: 36 })
  linkId!: string;
}

/** A device that has answered by a link of the hall. */
@Entity('survey_devices')
export class SurveyDevice {
  @PrimaryColumn({ name: 'link_id', type: 'varchar', length: 36 })
  linkId!: string;

  @PrimaryColumn({ name: 'device_hash', type: 'varchar', length: 64 })
  deviceHash!: string;

  @Column({ name: 'receipt_hash', type: 'varchar', length: 64 })
  receiptHash!: string;
}

/** What somebody answered. Its id is random, so that the order of answers tells nothing. */
@Entity('survey_answers')
export class SurveyAnswer {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'survey_id', type: 'varchar', length: 36 })
  surveyId!: string;

  @Column({ name: 'link_kind', type: 'text' })
  linkKind!: LinkKind;

  /** In the project's zone; no time of day, by which it could be matched. */
  @Column({ type: 'text' })
  day!: Day;

  @Column({ type: 'text' })
  locale!: Locale;

  @JsonColumn()
  answers!: Answers;

  /** Only in surveys that say openly that they are not anonymous. */
  @Column({ name: 'row_id', type: 'varchar', length: 36, nullable: true })
  rowId!: string | null;
}
