import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Satisfaction surveys: their questions, the links by which people come, and what they answered. */
const UP: readonly string[] = [
  `CREATE TABLE surveys (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    title text NOT NULL,
    title_en text,
    intro text,
    intro_en text,
    data_note text,
    data_note_en text,
    named boolean NOT NULL,
    state text NOT NULL,
    opens_day text,
    closes_day text,
    sections text NOT NULL,
    added_by varchar(36) NOT NULL REFERENCES people (id),
    added_at bigint NOT NULL,
    version integer NOT NULL
  )`,
  'CREATE INDEX surveys_project ON surveys (project_id, id)',
  `CREATE TABLE survey_links (
    id varchar(36) PRIMARY KEY,
    survey_id varchar(36) NOT NULL REFERENCES surveys (id) ON DELETE CASCADE,
    kind text NOT NULL,
    number integer NOT NULL,
    row_id varchar(36) REFERENCES register_rows (id) ON DELETE CASCADE,
    email_key text,
    answered boolean NOT NULL,
    receipt_hash varchar(64),
    mail_status text NOT NULL,
    mail_due_at bigint,
    mail_attempts integer NOT NULL,
    mail_round integer NOT NULL
  )`,
  'CREATE UNIQUE INDEX survey_links_number ON survey_links (survey_id, kind, number)',
  'CREATE UNIQUE INDEX survey_links_row ON survey_links (survey_id, row_id)',
  'CREATE INDEX survey_links_of_row ON survey_links (row_id)',
  'CREATE INDEX survey_links_mail ON survey_links (mail_due_at) WHERE mail_due_at IS NOT NULL',
  `CREATE TABLE survey_keys (
    token_hash varchar(64) PRIMARY KEY,
    link_id varchar(36) NOT NULL REFERENCES survey_links (id) ON DELETE CASCADE
  )`,
  'CREATE INDEX survey_keys_link ON survey_keys (link_id)',
  `CREATE TABLE survey_devices (
    link_id varchar(36) NOT NULL REFERENCES survey_links (id) ON DELETE CASCADE,
    device_hash varchar(64) NOT NULL,
    receipt_hash varchar(64) NOT NULL,
    PRIMARY KEY (link_id, device_hash)
  )`,
  'CREATE UNIQUE INDEX survey_devices_receipt ON survey_devices (link_id, receipt_hash)',
  `CREATE TABLE survey_answers (
    id varchar(36) PRIMARY KEY,
    survey_id varchar(36) NOT NULL REFERENCES surveys (id) ON DELETE CASCADE,
    link_kind text NOT NULL,
    day text NOT NULL,
    locale text NOT NULL,
    answers text NOT NULL,
    row_id varchar(36) REFERENCES register_rows (id) ON DELETE SET NULL
  )`,
  'CREATE INDEX survey_answers_survey ON survey_answers (survey_id, id)',
  'CREATE INDEX survey_answers_row ON survey_answers (row_id)',
];

const TABLES = ['survey_answers', 'survey_devices', 'survey_keys', 'survey_links', 'surveys'];

export class Surveys1765500000000 implements MigrationInterface {
  name = 'Surveys1765500000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}
