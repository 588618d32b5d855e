import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules of projects, items and people; what a reminder is of; when work last moved, and who knows that it doesn't. */
const UP: readonly string[] = [
  `CREATE TABLE reminder_rules (
    id varchar(36) PRIMARY KEY,
    scope text NOT NULL,
    project_id varchar(36) REFERENCES projects (id) ON DELETE CASCADE,
    subject_type text,
    subject_id varchar(36),
    person_id varchar(36) REFERENCES people (id) ON DELETE CASCADE,
    rule text NOT NULL,
    active boolean NOT NULL,
    created_by varchar(36) NOT NULL,
    created_at bigint NOT NULL,
    version integer NOT NULL DEFAULT 1
  )`,
  `CREATE INDEX reminder_rules_project ON reminder_rules (project_id)`,
  `CREATE INDEX reminder_rules_person ON reminder_rules (person_id)`,
  `ALTER TABLE reminders ADD COLUMN kind text NOT NULL DEFAULT 'due'`,
  `ALTER TABLE reminders ADD COLUMN expires_at bigint`,
  `ALTER TABLE reminders ADD COLUMN recipient text`,
  `ALTER TABLE reminders ADD COLUMN note text`,
  `ALTER TABLE work_items ADD COLUMN status_since bigint`,
  `ALTER TABLE work_items ADD COLUMN progressed_at bigint`,
  `ALTER TABLE work_items ADD COLUMN acknowledged_at bigint`,
  `ALTER TABLE work_items ADD COLUMN acknowledged_by varchar(36)`,
  `ALTER TABLE work_items ADD COLUMN acknowledged_note text`,
  `ALTER TABLE deliverables ADD COLUMN status_since bigint`,
];

const DOWN: readonly string[] = [
  `ALTER TABLE deliverables DROP COLUMN status_since`,
  `ALTER TABLE work_items DROP COLUMN acknowledged_note`,
  `ALTER TABLE work_items DROP COLUMN acknowledged_by`,
  `ALTER TABLE work_items DROP COLUMN acknowledged_at`,
  `ALTER TABLE work_items DROP COLUMN progressed_at`,
  `ALTER TABLE work_items DROP COLUMN status_since`,
  `ALTER TABLE reminders DROP COLUMN note`,
  `ALTER TABLE reminders DROP COLUMN recipient`,
  `ALTER TABLE reminders DROP COLUMN expires_at`,
  `ALTER TABLE reminders DROP COLUMN kind`,
  `DROP TABLE reminder_rules`,
];

export class ReminderRules1764540000000 implements MigrationInterface {
  name = 'ReminderRules1764540000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
