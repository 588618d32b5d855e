import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How projects were closed and reopened, and what was waived for it. */
const UP: readonly string[] = [
  'ALTER TABLE projects ADD COLUMN closed_by varchar(36)',
  `CREATE TABLE closings (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    number integer NOT NULL,
    note text,
    closed_by varchar(36) NOT NULL REFERENCES people (id),
    closed_at bigint NOT NULL,
    reopened_by varchar(36) REFERENCES people (id),
    reopened_at bigint,
    reopen_reason text
  )`,
  'CREATE UNIQUE INDEX closings_number ON closings (project_id, number)',
  `CREATE TABLE closing_waivers (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    closing_number integer NOT NULL,
    kind text NOT NULL,
    subject_id varchar(36) NOT NULL,
    title text NOT NULL,
    title_en text,
    measure integer NOT NULL,
    moved boolean NOT NULL,
    reason text NOT NULL,
    waived_by varchar(36) NOT NULL REFERENCES people (id),
    waived_at bigint NOT NULL,
    taken_back_by varchar(36) REFERENCES people (id),
    taken_back_at bigint,
    taken_back_reason text
  )`,
  'CREATE INDEX closing_waivers_project ON closing_waivers (project_id, id)',
  `CREATE UNIQUE INDEX closing_waivers_standing ON closing_waivers (project_id, kind, subject_id)
    WHERE taken_back_at IS NULL`,
];

const DOWN: readonly string[] = [
  'DROP TABLE closing_waivers',
  'DROP TABLE closings',
  'ALTER TABLE projects DROP COLUMN closed_by',
];

export class Closing1765400000000 implements MigrationInterface {
  name = 'Closing1765400000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
